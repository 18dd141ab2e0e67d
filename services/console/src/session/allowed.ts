import type { Scope } from "@guildhall/contract";
import { createMiddleware } from "hono/factory";
import type { ConsoleEnv } from "../environment.ts";

/** A page that is not for this person. */
export class NotYours extends Error {
  constructor() {
    super("The page is not part of this person's role.");
    this.name = "NotYours";
  }
}

/**
 * Pages that ask nothing of the API before their form is sent, with the right that the form needs.
 *
 * Without this a form would be shown to whoever is refused once they have filled it in. What any other page shows, the
 * API has let them see.
 */
export const formsByScope: Readonly<Partial<Record<Scope, readonly string[]>>> = {
  "keys:write": [
    "/keys/new",
    "/keys/:id/change",
    "/keys/:id/rotate",
    "/keys/:id/revoke",
    "/signing-keys/rotate",
  ],
  "people:write": ["/people/new", "/people/:id/sign-out", "/people/:id/remove"],
  "subscriptions:write": ["/webhooks/new", "/webhooks/:id/rotate", "/webhooks/:id/remove"],
  "processes:read": ["/cases"],
  "processes:write": ["/assist", "/assist/:service"],
  "tasks:write": ["/processes/:id/merge", "/processes/:id/corrections/:question"],
  "services:write": ["/services/new", "/targets/new", "/cookbook/bring-in"],
  "services:read": ["/folder"],
  "connectors:write": ["/brands", "/brands/new", "/brands/:brand", "/brands/:brand/logo"],
  "agreements:write": ["/agreements/new", "/agreements/:id/end"],
};

/** Let on only whoever may do this. @throws NotYours */
export function only(scope: Scope) {
  return createMiddleware<ConsoleEnv>(async function letOn(c, next) {
    if (!c.var.desk.scopes.has(scope)) throw new NotYours();
    return next();
  });
}
