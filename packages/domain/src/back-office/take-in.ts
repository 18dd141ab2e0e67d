import type { Change } from "@guildhall/contract";
import {
  findConnector,
  findDeliveryByReference,
  findProcess,
  findRecord,
  type ProcessRow,
  putRecord,
  seeChange,
} from "@guildhall/store";
import { change, type Unit } from "../change.ts";
import { mergeContainer } from "../container/merge.ts";
import { type Context, requireScope } from "../context.ts";
import { talkedOf } from "../process/talked-of.ts";
import type { TalkedOf } from "../telling.ts";
import { inNameOf } from "./caused-by.ts";
import { takeInNotes } from "./take-in-notes.ts";
import { takeInStatus } from "./take-in-status.ts";

/**
 * Take in a change that was seen in a back office.
 *
 * The same change, seen again in an overlapping window, changes nothing and tells nobody. What is older than what
 * was taken in of the case before moves nothing back; its notes count. False when it was seen before or is not ours:
 * others work in that back office too, and a case that we have not been told of yet is found at the next look.
 */
export async function takeInChange(
  ctx: Context,
  connector: string,
  seen: Change,
): Promise<boolean> {
  requireScope(ctx, "tasks:write");
  if (saysNothing(seen)) return false;
  const delivery = await findDeliveryByReference(ctx.db, connector, seen.reference);
  const row = delivery && (await findProcess(ctx.db, delivery.process));
  const definition = row && (await findConnector(ctx.db, connector))?.definition;
  if (!definition) return false;
  return apply(inNameOf(ctx, definition), connector, { row, told: seen });
}

/** Tell whether there is nothing in a change to take in. */
export function saysNothing({ status, notes = [], container }: Change): boolean {
  return status === undefined && notes.length === 0 && container === undefined;
}

async function apply(
  ctx: Context,
  connector: string,
  { row, told }: { row: ProcessRow; told: Change },
): Promise<boolean> {
  const process = await talkedOf(ctx, row);
  const { reference, changeKey } = told;
  // What it says of itself tells it from others; when it was is believed within reason.
  const named = { connector, reference, changeKey, at: told.at.getTime() };
  const seen = { ...told, at: possible(told.at, ctx.now()) };
  const at = seen.at.getTime();
  return change(ctx, async (unit) => {
    const known = await findRecord(unit.tx, connector, reference);
    if (!(await seeChange(unit.tx, named, ctx.now()))) return false;
    await takeInNotes(unit, process, { connector, record: reference, seen });
    if (known && at < known.at) return true;
    await keepUp(unit, process, { connector, seen });
    if (seen.container) await mergeContainer(unit, process, seen.container);
    if (seen.status !== undefined)
      await takeInStatus(unit, process, { connector, record: reference, seen });
    return true;
  });
}

/** Clocks differ, by a day at most: a change that is said to come later would make all that follow it seem old. */
const aheadMs = 25 * 3_600_000;

function possible(at: Date, now: number): Date {
  return at.getTime() > now + aheadMs ? new Date(now) : at;
}

/** Remember the latest change of a case, whatever is in it. */
async function keepUp(
  { tx }: Unit,
  process: TalkedOf,
  { connector, seen }: { connector: string; seen: Change },
): Promise<void> {
  const { reference: record, changeKey } = seen;
  const known = await findRecord(tx, connector, record);
  const nothing = { before: null, status: null, mapped: true };
  const row = { ...nothing, ...known, connector, record, process: process.id };
  await putRecord(tx, { ...row, changeKey, at: seen.at.getTime() });
}
