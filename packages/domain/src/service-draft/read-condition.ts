import { logicOf, sayCondition } from "@guildhall/builder";
import type { ConditionParts, ConditionReading } from "@guildhall/contract";
import { type Context, requireScope } from "../context.ts";
import { reachServiceDraft } from "./reach.ts";

/**
 * Say what a condition that is put together from rows would say, and how it is kept. Nothing is changed.
 *
 * @throws Problem `not-found`
 */
export async function readCondition(
  ctx: Context,
  { service, parts }: { readonly service: string; readonly parts: ConditionParts },
): Promise<ConditionReading> {
  requireScope(ctx, "services:read");
  const { definition } = await reachServiceDraft(ctx.db, service);
  const when = logicOf(parts);
  return { when, sentence: sayCondition(definition, when) };
}
