import { setImmediate } from "node:timers/promises";
import {
  endReplay,
  findOutbox,
  findProcess,
  findReplay,
  listRunningReplays,
  listStuck,
  nextReplayItems,
  type OutboxRow,
  type ReplayRow,
  retryOwed,
  rewriteOwed,
  settleReplayItem,
} from "@guildhall/store";
import { endStuckAlarms } from "../alarm/stuck.ts";
import { change, type Unit } from "../change.ts";
import { asPlatform, type Context } from "../context.ts";
import type { Ground } from "../ground.ts";
import { talkedOf } from "../process/talked-of.ts";
import { giveUpAfterMs } from "../retry.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";
import { type CanBeAsked, mayHaveArrived } from "./doubt.ts";
import type { LeftOutCode } from "./left-out.ts";
import { writerOf } from "./writer.ts";

/** As many as share one transaction: whoever else writes has a turn between. */
const partSize = 100;

/** Carry on with every replay that is not through, as a process that is gone may have left it. */
export async function workReplays(ground: Ground, canBeAsked: CanBeAsked): Promise<void> {
  for (const { id } of await listRunningReplays(ground.db))
    await workReplay(ground, id, canBeAsked);
}

/**
 * Send the deliveries of a replay again, a part at a time, in the name of whoever began it.
 *
 * Each is taken once, in the transaction that makes it due, so that two who work at it do no more than one, and one
 * that was settled or sent meanwhile is left out.
 */
export async function workReplay(
  ground: Ground,
  id: string,
  canBeAsked: CanBeAsked,
): Promise<void> {
  const replay = await findReplay(ground.db, id);
  if (replay?.state !== "running") return;
  const ctx: Context = { ...asPlatform(ground), actor: replay.actor };
  for (;;) {
    const ids = await nextReplayItems(ctx.db, id, partSize);
    if (ids.length === 0) break;
    const turns = await turnsOf(ctx, replay, { ids, canBeAsked });
    await change(ctx, (unit) => workPart(unit, replay, turns));
    ctx.handover.wake(ctx.tenant.id);
    await setImmediate();
  }
  await change(ctx, ({ tx }) => endReplay(tx, id, ctx.now()));
}

/** One delivery's turn: how it is sent again, or why it is left out. */
interface Turn {
  readonly delivery: string;
  readonly row?: OutboxRow;
  readonly process?: TalkedOf;
  /** The version that writes it, where that is not its process's own. */
  readonly version?: number | undefined;
  readonly leftOut?: LeftOutCode;
}

async function turnsOf(
  ctx: Context,
  replay: ReplayRow,
  { ids, canBeAsked }: { ids: readonly string[]; canBeAsked: CanBeAsked },
): Promise<Turn[]> {
  const rows = await listStuck(ctx.db, { ids }, { limit: ids.length });
  const isNamed = replay.selection.ids !== undefined && !replay.rewrite;
  const arrived = isNamed ? new Set<string>() : await mayHaveArrived(ctx, rows, canBeAsked);
  const turns: Turn[] = [];
  for (const delivery of ids) {
    const row = rows.find(({ id }) => id === delivery);
    if (!row) turns.push({ delivery, leftOut: "not-waiting" });
    else if (arrived.has(delivery)) turns.push({ delivery, leftOut: "may-have-arrived" });
    else turns.push(await turnOf(ctx, replay, row));
  }
  return turns;
}

async function turnOf(
  ctx: Context,
  { rewrite, useLive }: ReplayRow,
  row: OutboxRow,
): Promise<Turn> {
  const delivery = row.id;
  const found = await findProcess(ctx.db, row.process);
  if (!found) return { delivery, leftOut: "not-waiting" };
  const process = await talkedOf(ctx, found);
  // What follows a case is written by no mapping: it goes out as it was.
  if (!rewrite || row.operation !== "create") return { delivery, row, process };
  const version = await writerOf(ctx, row, useLive);
  if (version === undefined) return { delivery, leftOut: "no-mapping" };
  return { delivery, row, process, version };
}

async function workPart(unit: Unit, replay: ReplayRow, turns: readonly Turn[]): Promise<void> {
  for (const turn of turns) await takeTurn(unit, replay, turn);
  const connectors = new Set(turns.flatMap(({ row }) => row?.destination ?? []));
  for (const connector of connectors) await endStuckAlarms(unit, connector);
}

async function takeTurn(unit: Unit, replay: ReplayRow, turn: Turn): Promise<void> {
  const { delivery, row, process } = turn;
  const isDue = row !== undefined && (await isAsItWas(unit, row)) && (await makeDue(unit, turn));
  const leftOut = turn.leftOut ?? (isDue ? undefined : "not-waiting");
  await settleReplayItem(unit.tx, { replay: replay.id, delivery }, leftOut);
  if (!isDue || !process) return;
  const data = { connector: row.destination, replay: replay.id, ...versionIn(turn) };
  await tell(unit, { type: "delivery.retried", process, subject: delivery, data });
}

/** Whether nobody has claimed a delivery since its turn was thought out: of a new attempt there may be new doubts. */
async function isAsItWas({ tx }: Unit, { id, generation }: OutboxRow): Promise<boolean> {
  return (await findOutbox(tx, id))?.generation === generation;
}

function makeDue({ ctx, tx }: Unit, { delivery, version, process }: Turn): Promise<boolean> {
  const now = ctx.now();
  const due = { now, giveUpAt: now + giveUpAfterMs };
  if (version === undefined) return retryOwed(tx, delivery, due);
  const writtenBy = version === process?.service.version ? undefined : version;
  return rewriteOwed(tx, delivery, { ...due, writtenBy });
}

function versionIn({ version }: Turn) {
  return version === undefined ? {} : { version };
}
