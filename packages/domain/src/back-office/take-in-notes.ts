import type { Change, SeenNote } from "@guildhall/contract";
import {
  findDeliveryByReference,
  findNote,
  hasNoteSource,
  insertNote,
  insertNoteSource,
  listNoteKeys,
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

/** So many new notes of one change, and so much of each, are taken in: one case is not to stop the others. */
const most = { notes: 200, characters: 10_000 };

/**
 * Add what was written in a back office to the notes of the process, each note once; the citizen is told of what is theirs.
 *
 * Where there is more than can be taken in at once, staff are told how much; the next change brings more of it.
 */
export async function takeInNotes(unit: Unit, process: TalkedOf, source: Source): Promise<void> {
  const { seen, ...place } = source;
  if (!seen.notes) return;
  const known = new Set(await listNoteKeys(unit.tx, place));
  const fresh = seen.notes.filter(({ key }) => !known.has(key) && known.add(key));
  for (const note of fresh.slice(0, most.notes)) {
    if (!(await isOurs(unit, process, { source, note })))
      await addNote(unit, process, { source, note });
  }
  const rest = fresh.length - most.notes;
  if (rest > 0) await tellOfRest(unit, process, source, rest);
}

async function tellOfRest(
  unit: Unit,
  process: TalkedOf,
  source: Source,
  count: number,
): Promise<void> {
  const key = `rest/${source.seen.changeKey}`;
  const many = count === 1 ? "one more note" : `${count} more notes`;
  const text = `${unit.ctx.actor.name} has ${many} on this case than could be copied here at once: read the rest there.`;
  await addNote(unit, process, { source, note: { key, text, visibleToCitizen: false } });
}

/** One that we wrote there ourselves comes back under the reference that its delivery was given, or in our words. */
async function isOurs(
  { tx }: Unit,
  process: TalkedOf,
  { source: { connector, record }, note: { key, text } }: { source: Source; note: SeenNote },
): Promise<boolean> {
  const delivery = await findDeliveryByReference(tx, connector, key, "note");
  const told = delivery?.process === process.id ? delivery.subject : null;
  const ours = told ?? (await findOurs(tx, process, { connector, record, text }));
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
    contents: bounded(note.text, ctx.actor.name),
    at: Math.min(seen.at.getTime(), ctx.now()),
  });
  await insertNoteSource(tx, { connector, record, key, note: id });
  const data = { visible };
  await tell(unit, { type: "note.added", process, subject: id, data, quiet: !visible });
}

function bounded(text: string, author: string): string {
  if (text.length <= most.characters) return writable(text);
  return `${writable(text.slice(0, most.characters))}… (The note is longer: the rest of it is with ${author}.)`;
}

/** A back office's words hold what no database takes, now and then; one note is not to keep a whole case back. */
function writable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}
