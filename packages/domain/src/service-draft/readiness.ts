import { readinessOf } from "@guildhall/builder";
import type { Readiness } from "@guildhall/contract";
import { type Context, requireScope } from "../context.ts";
import { knownTo } from "../service/publish.ts";
import { knownOfDraft } from "./known.ts";
import { reachServiceDraft } from "./reach.ts";

/**
 * See how far a service in the making is, section by section, and the one thing to do next in each.
 *
 * @throws Problem `not-found`
 */
export async function getDraftReadiness(ctx: Context, service: string): Promise<Readiness> {
  requireScope(ctx, "services:read");
  const draft = await reachServiceDraft(ctx.db, service);
  const known = { ...(await knownTo(ctx)), ...(await knownOfDraft(ctx.db, draft)) };
  return readinessOf(draft.definition, known);
}
