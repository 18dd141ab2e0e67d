import { readOutline } from "@guildhall/builder";
import type { NewOutlineReading, OutlineReading } from "@guildhall/contract";
import { type Context, requireScope } from "../context.ts";
import { reachServiceDraft } from "./reach.ts";

/**
 * Read questions that were written down into pages for a draft. Nothing is changed.
 *
 * @throws Problem `not-found`
 */
export async function readDraftOutline(
  ctx: Context,
  { service, ...written }: NewOutlineReading & { readonly service: string },
): Promise<OutlineReading> {
  requireScope(ctx, "services:read");
  const { definition } = await reachServiceDraft(ctx.db, service);
  return readOutline(definition, written);
}
