import type { Ticket } from "@guildhall/contract";
import { type Context, giveBackOwed, leaseMs } from "@guildhall/domain";

/** No call may take longer than this, whatever a connector's definition says: its claim would end before it. */
const longestCallMs = leaseMs - 30_000;

/** How long a call may take. */
export function callMs(timeoutMs: number): number {
  return Math.min(timeoutMs, longestCallMs);
}

/** Whether a claim holds for as long as a call may take: else another could make the same call beside it. */
export function outlasts(ctx: Context, leaseUntil: number, timeoutMs: number): boolean {
  return leaseUntil - ctx.now() >= callMs(timeoutMs);
}

/** Give back a claim that waited too long for its turn, to be claimed anew at once. */
export async function giveBack(ctx: Context, ticket: Ticket): Promise<{ dueAgainAt: number }> {
  await giveBackOwed(ctx, ticket, 0);
  return { dueAgainAt: ctx.now() };
}
