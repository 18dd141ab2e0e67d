import type { EventType, Otherwise } from "@guildhall/contract";
import {
  freeFollowing,
  insertAttempt,
  releaseClaims,
  type Settlement,
  settleAttempt,
} from "@guildhall/store";
import { lookBackFor } from "../back-office/look-back.ts";
import { feedBreaker } from "../breaker/feed.ts";
import { change, type Unit } from "../change.ts";
import type { Context } from "../context.ts";
import { tell } from "../tell.ts";
import type { OnItsWay } from "./load.ts";
import { isStuck, takeBackTasks } from "./mending-tasks.ts";
import { askTeam, otherwiseOf } from "./otherwise.ts";
import { type AnsweredDelivery, attemptOf, settlementOf } from "./settlement.ts";

/** What is wrong with a row of a mapping for this process, in a sentence without any of the answers. */
export interface RowFault {
  readonly target: string;
  readonly sentence: string;
}

/** A document that is wrong all over says as much in its first faults. */
const mostFaults = 20;

/** What is due after a delivery was settled: something of its lane, and not before its connector is spoken to again. */
export interface SettledDelivery {
  readonly dueAgainAt?: number;
  readonly restUntil?: number;
}

/**
 * Settle a delivery with what the back office answered, and return when its lane is due again, if it is.
 *
 * The row, the attempt, the connector's breaker and the trail change together. Nothing happens when the claim is no
 * longer ours, but that what was answered is kept.
 */
export async function settleDelivery(
  ctx: Context,
  { row, process }: Settling,
  answer: AnsweredDelivery & { readonly faults?: readonly RowFault[] },
): Promise<SettledDelivery> {
  const { call, attempt, faults = [] } = answer;
  return change(ctx, async (unit) => {
    if (call)
      await insertAttempt(unit.tx, {
        ...attemptOf(call, ctx.now()),
        delivery: row.id,
        connector: row.destination,
        attempt,
      });
    const settled = await settlementOf(unit, row, answer);
    const settlement = letGo(ctx, settled, otherwiseOf(row, process));
    if (!(await settle(unit, { row, process, settlement, faults }))) return {};
    const due = await dueAfter(unit, row, settlement);
    return earlier(due, await feedBreaker(unit, row, call?.outcome));
  });
}

/** The lane is due when the row says so or its connector's breaker, whichever comes first. */
function earlier(row: SettledDelivery, breaker: SettledDelivery): SettledDelivery {
  const times = [row.dueAgainAt, breaker.dueAgainAt].filter((at) => at !== undefined);
  return { ...breaker, ...(times.length > 0 && { dueAgainAt: Math.min(...times) }) };
}

async function dueAfter(
  { ctx, tx }: Unit,
  row: OnItsWay["row"],
  { state, nextAt }: Settlement,
): Promise<SettledDelivery> {
  if (state === "pending") return { dueAgainAt: nextAt };
  const isOver = state === "accepted" || state === "handled";
  const hasFreed = isOver && (await freeFollowing(tx, row, ctx.now()));
  return hasFreed ? { dueAgainAt: ctx.now() } : {};
}

/** A delivery that is settled; one whose process cannot be read any more is settled without a word of it in the trail. */
type Settling = Pick<OnItsWay, "row"> & { readonly process: OnItsWay["process"] | undefined };

interface Settled extends Settling {
  readonly settlement: Settlement;
  readonly faults: readonly RowFault[];
}

/** Settle a row and tell of it; false when the claim was not ours any more. */
async function settle(unit: Unit, { row, process, settlement, faults }: Settled): Promise<boolean> {
  if (!(await settleAttempt(unit.tx, row, settlement))) return false;
  const { state, reference, lastCode: code } = settlement;
  const type = toldAs[state];
  if (!type) return true;
  const about = state === "accepted" ? { reference } : { code };
  const why = faults.length > 0 ? { faults: faults.slice(0, mostFaults) } : {};
  const isLetGo = state === "handled" ? { letGo: true } : {};
  const data = { connector: row.destination, ...about, ...why, ...isLetGo };
  if (process) await tellOrAsk(unit, { row, process, settlement, type, data });
  if (state === "accepted") {
    await lookBackFor(unit, row);
    await takeBackTasks(unit, row.process);
  }
  return true;
}

/** Tell of a settled delivery; where its service has a team see to one that is stuck, they get a task, and nobody is called. */
async function tellOrAsk(
  unit: Unit,
  {
    row,
    process,
    settlement: { state },
    type,
    data,
  }: OnItsWay & {
    readonly settlement: Settlement;
    readonly type: EventType;
    readonly data: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  const otherwise = otherwiseOf(row, process);
  const isAsked = otherwise?.action === "task" && isStuck({ state });
  await tell(unit, { type, process, subject: row.id, data, calm: isAsked });
  if (!isAsked) return;
  const name = await unit.ctx.catalogue.connectorName(row.destination);
  const task = await askTeam(unit, process, otherwise, `See to the delivery to ${name}`);
  const handedOver = { connector: row.destination, task };
  await tell(unit, {
    type: "delivery.handed-over",
    process,
    subject: row.id,
    data: handedOver,
  });
}

/** A delivery that its service goes on without waits for nobody once it is stuck. */
function letGo(ctx: Context, settlement: Settlement, otherwise: Otherwise | undefined): Settlement {
  if (otherwise?.action !== "go-on" || !isStuck(settlement)) return settlement;
  return { ...settlement, state: "handled", settledAt: ctx.now() };
}

const toldAs: Record<Settlement["state"], EventType | undefined> = {
  accepted: "delivery.accepted",
  refused: "delivery.refused",
  held: "delivery.held",
  dead: "delivery.held",
  handled: "delivery.handled",
  pending: undefined,
};

/** Put a delivery into a person's hands before anything is sent, with the code of what is wrong, and with its rows. */
export async function holdDelivery(
  ctx: Context,
  loaded: Settling,
  { code, faults = [] }: { code: string; faults?: readonly RowFault[] },
): Promise<SettledDelivery> {
  const outcome = { outcome: "ambiguous", code } as const;
  return settleDelivery(ctx, loaded, { outcome, attempt: 1, faults });
}

/** Give a delivery up that killed one process after the other, for a person to look at. */
export async function buryDelivery(
  ctx: Context,
  { row, process }: Settling,
): Promise<SettledDelivery> {
  const now = ctx.now();
  const settlement = { state: "dead", nextAt: now, settledAt: now, lastCode: "poison" } as const;
  return change(ctx, async (unit) => {
    const meant = letGo(ctx, settlement, otherwiseOf(row, process));
    const isOurs = await settle(unit, { row, process, settlement: meant, faults: [] });
    return isOurs ? feedBreaker(unit, row, undefined) : {};
  });
}

/** Give a delivery back that cannot be called now; where it was its connector's probe, the next row is. */
export async function giveBackDelivery(
  ctx: Context,
  { row }: Pick<OnItsWay, "row">,
): Promise<SettledDelivery> {
  const now = ctx.now();
  const after = await change(ctx, async (unit) => {
    await releaseClaims(unit.tx, [row], now, true);
    return feedBreaker(unit, row, undefined);
  });
  return { ...after, dueAgainAt: now };
}
