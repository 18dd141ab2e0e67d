import type { Change, SeenNote } from "@guildhall/contract";
import {
  findDeliveryByReference,
  insertNote,
  insertNoteSource,
  isNoteKnown,
} from "@guildhall/store";
import type { Unit } from "../change.ts";
import { type TalkedOf, tell } from "../tell.ts";

interface Source {
  readonly connector: string;
  readonly record: string;
  readonly seen: Change;
}

/** Add what was written in a back office to the notes of the process, each note once; the citizen is told of what is theirs. */
export async function takeInNotes(unit: Unit, process: TalkedOf, source: Source): Promise<void> {
  for (const note of source.seen.notes ?? []) {
    if (!(await isKnown(unit, process, { source, note })))
      await addNote(unit, process, { source, note });
  }
}

/** One that we wrote there ourselves comes back under the reference that its delivery was given. */
async function isKnown(
  { tx }: Unit,
  process: TalkedOf,
  { source: { connector, record }, note: { key } }: { source: Source; note: SeenNote },
): Promise<boolean> {
  if (await isNoteKnown(tx, { connector, record, key })) return true;
  const delivery = await findDeliveryByReference(tx, connector, key, "note");
  return delivery?.process === process.id;
}

async function addNote(
  unit: Unit,
  process: TalkedOf,
  { source: { connector, record, seen }, note }: { source: Source; note: SeenNote },
): Promise<void> {
  const { ctx, tx } = unit;
  const id = ctx.ids.id("not");
  const { key, visibleToCitizen: visible } = note;
  await insertNote(tx, {
    id,
    process: process.id,
    visible,
    author: ctx.actor.name,
    contents: writable(note.text),
    at: Math.min(seen.at.getTime(), ctx.now()),
  });
  await insertNoteSource(tx, { connector, record, key, note: id });
  const data = { visible };
  await tell(unit, { type: "note.added", process, subject: id, data, quiet: !visible });
}

/** A back office's words hold what no database takes, now and then; one note is not to keep a whole case back. */
function writable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}
