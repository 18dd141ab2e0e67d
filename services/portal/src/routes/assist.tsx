import { Refused } from "@guildhall/sdk";
import type { Handler } from "hono";
import { createMiddleware } from "hono/factory";
import type { PortalEnv } from "../environment.ts";
import { nothingFilled, progressOf } from "../journey/progress.ts";
import { AssistOverPage } from "../pages/assist-over-page.tsx";
import { keepSession, readSession } from "../session/cookie.ts";
import type { Parts } from "./parts.ts";
import { whereNext } from "./reach-page.ts";

/**
 * Open the form that a member of staff has begun for a caller, in their browser, and lead to its first page.
 *
 * The code is used up here, so the address that it came in opens nothing any more.
 */
export function openAssisted({ look, publicUrl, shelf, today }: Parts): Handler<PortalEnv> {
  return async (c) => {
    const { council } = c.var;
    c.header("Cache-Control", "no-store");
    try {
      const { service, ...handle } = await council.api.openAssisted(c.req.query("code") ?? "");
      keepSession(c, readSession(c).withAssistedDraft(service, handle), publicUrl);
      const begun = await shelf.version(council, service, handle.version);
      const progress = progressOf(begun.form, nothingFilled, today());
      // The first page is read, though nothing may be left to answer on it.
      const [unfinished] = progress.pages;
      const to = { service: begun.service, progress: { ...progress, unfinished }, changing: false };
      return c.redirect(whereNext(c, to), 303);
    } catch (error) {
      if (!(error instanceof Refused) || ![404, 422].includes(error.status)) throw error;
      return c.html(<AssistOverPage council={council} look={look} />, 410);
    }
  };
}

/** Have the pages of a form say that it is a caller's, and those that follow what was sent. */
export const sayAssisting = createMiddleware<PortalEnv>(async function sayForWhom(c, next) {
  const session = readSession(c);
  const reference = c.req.param("reference");
  const service = reference ? session.assistedAt(reference) : c.req.param("service");
  if (service !== undefined && session.assists(service)) {
    const assisting = session.receipt(service) ? "sent" : "filling-in";
    c.set("council", { ...c.var.council, assisting });
  }
  await next();
});
