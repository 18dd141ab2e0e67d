import { flowOf } from "@guildhall/builder";
import type { Flow } from "@guildhall/contract";
import { type Context, requireScope } from "../context.ts";
import { reachServiceDraft } from "./reach.ts";

/**
 * See the ways through the form of a service in the making.
 *
 * @throws Problem `not-found`
 */
export async function getDraftFlow(ctx: Context, service: string): Promise<Flow> {
  requireScope(ctx, "services:read");
  const { definition } = await reachServiceDraft(ctx.db, service);
  return flowOf(definition);
}
