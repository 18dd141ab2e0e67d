import type { Change, SeenNote } from "@guildhall/contract";
import {
  findDeliveryByReference,
  findNote,
  hasNoteSource,
  insertNote,
  insertNoteSource,
  isNoteKnown,
  listOutbox,
} from "@guildhall/store";
import type { Unit } from "../change.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";

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

/** One that we wrote there ourselves comes back under the reference that its delivery was given, or in our words. */
async function isKnown(
  { tx }: Unit,
  process: TalkedOf,
  { source: { connector, record }, note: { key, text } }: { source: Source; note: SeenNote },
): Promise<boolean> {
  if (await isNoteKnown(tx, { connector, record, key })) return true;
  const delivery = await findDeliveryByReference(tx, connector, key, "note");
  if (delivery?.process === process.id) return true;
  const ours = await findOurs(tx, process, { connector, record, text });
  if (ours !== undefined) await insertNoteSource(tx, { connector, record, key, note: ours });
  return ours !== undefined;
}

/** The note of ours that was sent there in these very words and has not been seen there yet. */
async function findOurs(
  tx: Unit["tx"],
  { id: process }: TalkedOf,
  { connector, record, text }: { connector: string; record: string; text: string },
): Promise<string | undefined> {
  for (const { subject, destination, operation, attempts } of await listOutbox(tx, [process])) {
    const isSent = destination === connector && operation === "note" && attempts > 0;
    if (!isSent || subject === null) continue;
    const note = await findNote(tx, subject);
    if (!note || wordsOf(note.contents) !== wordsOf(text)) continue;
    if (!(await hasNoteSource(tx, { connector, record, note: subject }))) return subject;
  }
  return undefined;
}

/** Systems break lines anew. */
function wordsOf(text: string): string {
  return writable(text).replace(/\s+/g, " ").trim();
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
