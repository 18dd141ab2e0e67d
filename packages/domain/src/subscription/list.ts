import type { Subscription } from "@guildhall/contract";
import { listSubscriptions as listRows } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { presentSubscription } from "./present.ts";
import { ownerFor, reachSubscription } from "./reach.ts";

/** See the subscriptions that the actor may see, from the oldest. */
export async function listSubscriptions(
  ctx: Context,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ data: Subscription[]; nextCursor?: string }> {
  requireScope(ctx, "subscriptions:read");
  const rows = await listRows(ctx.db, {
    owner: ownerFor(ctx),
    limit: limit + 1,
    ...(cursor === undefined ? {} : { after: cursor }),
  });
  const data = rows.slice(0, limit).map((row) => presentSubscription(row, ctx.now()));
  const last = data.at(-1);
  return rows.length > limit && last ? { data, nextCursor: last.id } : { data };
}

/** @throws Problem `not-found` */
export async function getSubscription(ctx: Context, id: string): Promise<Subscription> {
  requireScope(ctx, "subscriptions:read");
  return presentSubscription(await reachSubscription(ctx, id), ctx.now());
}
