import { CaseUpdate, type Outcome, type Outgoing } from "@guildhall/contract";
import { NotAccepted, refused } from "../not-accepted.ts";
import { headingOf, type Note } from "../note-words.ts";
import { readStanding, type Standing, type Visit } from "./case.ts";
import { addAction, addVisit, type Operation, readCase } from "./operations.ts";
import { setbackOf } from "./reply.ts";
import type { Session } from "./session.ts";
import type { UniformSettings } from "./settings.ts";

type NoteSettings = NonNullable<UniformSettings["notes"]>;

interface Deps {
  readonly session: Session;
  readonly settings: NoteSettings;
  readonly now: () => Date;
}

/**
 * Tell Uniform a note: a visit with the words, and an action on it so that an officer is to read them.
 *
 * Neither call says what it made. So the case is read first, which tells whether the words are there already,
 * and read again for the visit that the action goes to. Words are never there twice. An attempt that ended
 * between the calls, or in the second, gets its action at the next: at worst an officer finds two lines for
 * one note on their list, and never words that nobody was asked to read.
 */
export async function addNote(
  deps: Deps,
  outgoing: Outgoing,
  signal: AbortSignal,
): Promise<Outcome> {
  const { theirReference: reference = "", attempt } = outgoing;
  const note = readNote(outgoing.body);
  const look = () => readAgain(deps, reference, signal);
  const before = await look();
  const known = findOwn(before, note, deps.settings);
  if (known && attempt === 1) return { outcome: "accepted", reference, duplicate: true };
  if (!known) await change(deps, visitFor(deps, before, note), signal);
  const own = known ?? findOwn(await look(), note, deps.settings);
  if (!own) throw new NotAccepted({ outcome: "retry", code: "visit-missing" });
  const { action, officer, dueDays } = deps.settings;
  const due = new Date(Date.parse(note.at) + dueDays * dayMs);
  await change(deps, addAction(own.reference, { action, officer, due }), signal);
  return { outcome: "accepted", reference };
}

const dayMs = 24 * 60 * 60 * 1000;

function visitFor({ settings }: Deps, { inspection }: Standing, note: Note): Operation {
  if (!inspection) throw refused("inspection-missing");
  const { visitType, officer } = settings;
  const comments = `${headingOf(note)}\n${note.text}`;
  return addVisit(inspection, { type: visitType, officer, at: new Date(note.at), comments });
}

/**
 * The visit that holds a note of ours.
 *
 * Visits are not in the order they were added, their comments come back with other line breaks, and officers
 * write on in them: the heading says whose it is.
 */
function findOwn(
  { visits }: Standing,
  note: Note,
  { visitType, officer }: NoteSettings,
): Visit | undefined {
  const wanted = collapsed(headingOf(note));
  return visits.find(
    (visit) =>
      visit.type === visitType &&
      visit.officer === officer &&
      collapsed(visit.comments).startsWith(wanted),
  );
}

function collapsed(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

async function readAgain({ session, now }: Deps, reference: string, signal: AbortSignal) {
  const answer = await session.call(readCase(reference), {}, signal);
  const setback = setbackOf(answer, now());
  if (setback?.code === "transaction-refused") throw refused("case-gone");
  if (setback) throw new NotAccepted(setback);
  const standing = readStanding(answer);
  if (standing?.status) return standing;
  throw new NotAccepted({ outcome: "retry", code: "bad-answer" });
}

async function change({ session, now }: Deps, operation: Operation, signal: AbortSignal) {
  const setback = setbackOf(await session.call(operation, {}, signal), now());
  if (setback) throw new NotAccepted(setback);
}

function readNote(body: string): Note {
  const parsed = CaseUpdate.safeParse(parse(body));
  if (parsed.success && parsed.data.operation === "note") return parsed.data.note;
  throw refused("document-invalid");
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // A body that is no JSON is refused as any other that is no note.
  }
}
