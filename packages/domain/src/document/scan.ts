import {
  type Db,
  type DocumentRow,
  findDocument,
  findProcess,
  forgetBytes,
  freeFollowing,
  insertNote,
  laneOf,
  listOutbox,
  listToSeeTo,
  settleDocument,
  type Tx,
} from "@guildhall/store";
import { endAlarm, raiseAlarm } from "../alarm/raise.ts";
import { change, type Unit } from "../change.ts";
import type { Context } from "../context.ts";
import { awaitingScan } from "../delivery/await-scan.ts";
import { talkedOf } from "../process/talked-of.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";

/** After so long without a verdict somebody is called. */
const patienceMs = 30 * 60_000;
const alarm = { kind: "scan-stuck", subject: "scanner" } as const;
/** So many are seen to in one round; the next takes up the rest. */
const mostAtOnce = 1000;

/** The files that wait to be looked at, or whose bytes have to go. */
export function listUnseen(ctx: Context): Promise<string[]> {
  return listToSeeTo(ctx.db, mostAtOnce);
}

/** A file that has to be looked at, or whose bytes have to go; undefined where neither is so any more. */
export async function findUnseen(
  { db }: { readonly db: Db | Tx },
  id: string,
): Promise<DocumentRow | undefined> {
  const file = await findDocument(db, id);
  const isUnseen =
    file?.state === "pending-scan" || (file?.state === "infected" && file.storage !== "");
  return isUnseen ? file : undefined;
}

/**
 * Write down that a file is clean, or infected; false where it was written before. What waited for it goes on.
 *
 * From then on an infected file goes to nobody. Its bytes have to be deleted next, and `endInfected` told.
 */
export async function settleScan(
  ctx: Context,
  id: string,
  found: "clean" | "infected",
): Promise<boolean> {
  return change(ctx, async (unit) => {
    const file = await settleDocument(unit.tx, id, found);
    if (!file) return false;
    if (file.process !== null) await freeWaiting(unit, file.process);
    // A file that goes on waiting raises it anew by itself.
    await endAlarm(unit, alarm.kind, alarm.subject);
    return true;
  });
}

/**
 * Forget where the bytes of an infected file were, now that they are deleted, and tell whoever submitted it.
 *
 * Told together with what is forgotten, so that it is told once, whoever is killed in between.
 */
export async function endInfected(ctx: Context, id: string): Promise<void> {
  const file = await findUnseen(ctx, id);
  if (file?.state !== "infected") return;
  const row = file.process === null ? undefined : await findProcess(ctx.db, file.process);
  const process = row && (await talkedOf(ctx, row));
  await change(ctx, async (unit) => {
    if (process && (await findUnseen({ db: unit.tx }, id))) await tellOf(unit, file, process);
    await forgetBytes(unit.tx, id);
  });
}

/** Say that a look at a file came to nothing; somebody is called where it has waited for long. */
export async function countUnknown(
  ctx: Context,
  { at }: Pick<DocumentRow, "at">,
  code: string,
): Promise<void> {
  if (ctx.now() - at < patienceMs) return;
  await change(ctx, (unit) => raiseAlarm(unit, { ...alarm, data: { code } }));
}

async function tellOf(
  unit: Unit,
  { id: document, name }: DocumentRow,
  process: TalkedOf,
): Promise<void> {
  const { ctx, tx } = unit;
  const id = ctx.ids.id("not");
  const author = ctx.tenant.name;
  const contents = `We found a virus in the file “${name}” that you sent us. We have deleted it and passed it on to nobody. Everything else that you sent is safe. If the file is important, make a copy of it without the virus and tell us that you have it.`;
  await insertNote(tx, { id, process: process.id, visible: true, author, contents, at: ctx.now() });
  const data = { visible: true, document };
  await tell(unit, { type: "note.added", process, subject: id, data });
}

/** Let the deliveries go that waited for this file; those that wait for another too wait on. */
async function freeWaiting({ ctx, tx, left }: Unit, process: string): Promise<void> {
  const waiting = (await listOutbox(tx, [process])).filter(
    ({ state, lastCode }) => state === "pending" && lastCode === awaitingScan,
  );
  for (const row of waiting) {
    await freeFollowing(tx, row, ctx.now());
    left.add(laneOf(row));
  }
}
