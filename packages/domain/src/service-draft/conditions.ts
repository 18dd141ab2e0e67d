import { conditionsOf } from "@guildhall/builder";
import type { DraftConditions } from "@guildhall/contract";
import { type Context, requireScope } from "../context.ts";
import { reachServiceDraft } from "./reach.ts";

/**
 * See the named conditions of a service in the making as people read and build them.
 *
 * @throws Problem `not-found`
 */
export async function getDraftConditions(ctx: Context, service: string): Promise<DraftConditions> {
  requireScope(ctx, "services:read");
  const { definition } = await reachServiceDraft(ctx.db, service);
  return conditionsOf(definition);
}
