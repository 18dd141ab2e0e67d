import type { Change } from "@guildhall/contract";
import {
  findConnector,
  listOurs,
  movePolled,
  noteLook,
  type Tx,
  transact,
  wasSeen,
} from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { saysNothing } from "./take-in.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Windows overlap by this: a back office's clock may be so much behind, or its changes so late to be seen. */
const overlapMs = 5 * 60_000;
const firstLookBackMs = hourMs;
/** How far the place reached stays behind our clock while the back office itself tells of nothing later. */
const unsureMs = 25 * hourMs;
const longestMs = 2 * dayMs;

/** A window to look for changes in. */
export interface Look {
  readonly from: Date;
  readonly to: Date;
  /** The place reached as it was when the look began. */
  readonly reached: number;
  /** Whether it ends now: after one that does not, there is another. */
  readonly isLast: boolean;
}

/**
 * Begin a look for changes, or go on with one after a piece of it: what was missed in an outage is looked at in pieces
 * that a back office can answer, the oldest first.
 *
 * Our clock alone moves the place reached no nearer than a day: it may be wrong. What the back office itself
 * says is as late as it says. Where our clock is behind the place reached, it was wrong before, and a day is looked at
 * once more: what was taken in is known again.
 */
export async function beginLook(ctx: Context, connector: string, after?: Look): Promise<Look> {
  requireScope(ctx, "tasks:write");
  const row = await findConnector(ctx.db, connector);
  const reached = row?.polledTo ?? (await beginPolling(ctx, connector));
  const now = ctx.now();
  const isBehind = reached > now;
  const since = after?.to.getTime() ?? (isBehind ? now - unsureMs : reached);
  const end = isBehind ? Math.min(reached + 1, now + unsureMs) : now;
  const from = since - overlapMs;
  const to = Math.min(from + longestMs, end);
  return { from: new Date(from), to: new Date(to), reached, isLast: to === end };
}

/** Keep where the very first look begins: one that fails must not move it on. */
async function beginPolling(ctx: Context, connector: string): Promise<number> {
  const to = ctx.now() - firstLookBackMs;
  await transact(ctx.db, (tx) => movePolled(tx, connector, { from: undefined, to }));
  return to;
}

/** What became of a look. */
export interface Looked {
  readonly look: Look;
  readonly changes: readonly Change[];
  /** Those that were not taken in: others' cases, and what was taken in before. */
  readonly left: readonly Change[];
}

/**
 * Remember how far was looked, once everything seen has been taken in.
 *
 * The place stays where a case became ours while we looked, and where somebody else moved it meanwhile: then the next
 * look sees the same once more.
 */
export async function endLook(
  ctx: Context,
  connector: string,
  { look, changes, left }: Looked,
): Promise<void> {
  requireScope(ctx, "tasks:write");
  const now = ctx.now();
  const to = Math.max(look.reached, Math.min(look.to.getTime(), latestOf(changes, now - unsureMs)));
  await transact(ctx.db, async (tx) => {
    if (look.isLast) await noteLook(tx, connector, now);
    if (await isAnyOutstanding(tx, connector, left)) return;
    await movePolled(tx, connector, { from: look.reached, to });
  });
}

function latestOf(changes: readonly Change[], least: number): number {
  const times = changes.map(({ at }) => at.getTime()).filter(Number.isFinite);
  return times.reduce((latest, at) => Math.max(latest, at), least);
}

/** Tell whether any change that was left is of a case that has become ours since. */
async function isAnyOutstanding(
  tx: Tx,
  connector: string,
  left: readonly Change[],
): Promise<boolean> {
  const telling = left.filter((change) => !saysNothing(change));
  const references = [...new Set(telling.map(({ reference }) => reference))];
  const ours = await listOurs(tx, connector, references);
  for (const { reference, changeKey, at } of telling) {
    const seen = { connector, reference, changeKey, at: at.getTime() };
    if (ours.has(reference) && !(await wasSeen(tx, seen))) return true;
  }
  return false;
}
