import { partUses } from "@guildhall/builder";
import type { PartPath, PartUses } from "@guildhall/contract";
import { type Context, requireScope } from "../context.ts";
import { reachServiceDraft } from "./reach.ts";

/**
 * See what uses a part of a service in the making, before it is changed.
 *
 * @throws Problem `not-found`
 */
export async function getDraftUses(
  ctx: Context,
  { service, at }: { readonly service: string; readonly at: PartPath },
): Promise<PartUses> {
  requireScope(ctx, "services:read");
  const { definition } = await reachServiceDraft(ctx.db, service);
  return partUses(definition, at);
}
