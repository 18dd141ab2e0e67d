import type { ServiceDraft } from "@guildhall/contract";
import { type Context, requireScope } from "../context.ts";
import { presentDraft } from "./present.ts";
import { reachServiceDraft } from "./reach.ts";

/**
 * See a service in the making.
 *
 * @throws Problem `not-found`
 */
export async function getServiceDraft(ctx: Context, service: string): Promise<ServiceDraft> {
  requireScope(ctx, "services:read");
  return presentDraft(await reachServiceDraft(ctx.db, service));
}
