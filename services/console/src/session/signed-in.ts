import { Refused } from "@guildhall/sdk";
import { createMiddleware } from "hono/factory";
import type { ConsoleEnv, Parts } from "../environment.ts";
import type { ClientFor } from "../platform/clients.ts";
import { createStaffApi } from "../platform/staff-api.ts";
import { Jar } from "./cookie.ts";
import { currentSession } from "./current.ts";
import { signInAgain } from "./sign-in-again.tsx";

/**
 * Let in who is signed in to this organisation, and tell the routes who it is and what they may do now.
 *
 * Who they are is asked of the API at every page, so whoever was shut out, or lost a role, sees it at once.
 */
export function requireSignIn(parts: Parts, clientFor: ClientFor) {
  return createMiddleware<ConsoleEnv>(async function letIn(c, next) {
    const { tenant } = c.var.office;
    try {
      const held = await currentSession(c, parts);
      if (!held) return await signInAgain(c, parts.look);
      const api = createStaffApi(clientFor, tenant.id, held.token);
      const { scopes, ...person } = await api.current();
      const { hasShortcuts } = new Jar(c, parts.publicUrl);
      c.set("desk", { person, scopes: new Set(scopes), api, hasShortcuts });
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 401) throw error;
      new Jar(c, parts.publicUrl).endSession(tenant.id);
      return signInAgain(c, parts.look, "away");
    }
    return next();
  });
}
