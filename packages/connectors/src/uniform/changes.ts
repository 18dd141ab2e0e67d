import { createHash } from "node:crypto";
import type { Change, SeenNote } from "@guildhall/contract";
import { elements, text } from "@guildhall/xml";
import type { ChangeKeys } from "../change-keys.ts";
import { ConnectorFault } from "../connector-fault.ts";
import { idIn, seenNote } from "../note-words.ts";
import { ask, isRefused } from "./ask.ts";
import { readStanding, type Visit } from "./case.ts";
import { listChanged, readCase } from "./operations.ts";
import { readSoap, type SoapAnswer } from "./reply.ts";
import type { Session } from "./session.ts";

interface Look {
  readonly window: { readonly from: Date; readonly to: Date };
  readonly keys: ChangeKeys;
  readonly visibleVisits: readonly string[];
}

/**
 * See what has changed since the beginning of a window: the latest state of each case, once.
 *
 * Uniform says which cases changed but not when nor how, so each is read, and the key of a change is
 * given for what it came to. A case that Uniform refuses to show is left out, or it would hold up all
 * others; anything else that goes wrong fails the whole look, to be taken again.
 *
 * @throws ConnectorFault
 */
export async function seeChanges(
  session: Session,
  { window, keys, visibleVisits }: Look,
  signal: AbortSignal,
): Promise<readonly Change[]> {
  const list = await ask(session, listChanged(window), signal);
  if (isRefused(list)) throw new ConnectorFault("list-refused");
  const changes: Change[] = [];
  for (const reference of generalReferences(list)) {
    const answer = await ask(session, readCase(reference), signal);
    const state = isRefused(answer) ? undefined : readState(answer, visibleVisits);
    if (!state) continue;
    const changeKey = keys.keyOf(reference, digest(JSON.stringify(state)), window.to);
    changes.push({ reference, changeKey, ...state, at: window.to });
  }
  return changes;
}

/** The list mixes cases of every kind, and each kind has a reading operation of its own. */
function generalReferences(list: SoapAnswer): ReadonlySet<string> {
  const references = readSoap(list, (body) =>
    elements(body, "RefVals")
      .filter((entry) => text(entry, "RequestType") === "GENERAL")
      .flatMap((entry) => text(entry, "ReferenceValue") ?? []),
  );
  return new Set(references);
}

function readState(answer: SoapAnswer, visible: readonly string[]) {
  const standing = readStanding(answer);
  if (!standing?.status) return undefined;
  const notes = standing.visits.flatMap((visit) => noteIn(visit, visible));
  return { status: standing.status, ...(notes.length > 0 && { notes }) };
}

/** What an officer wrote for the citizen. A note of ours comes back in a visit too, and is no news. */
function noteIn({ type, reference, comments }: Visit, visible: readonly string[]): SeenNote[] {
  const isOfficers = comments !== "" && idIn(comments) === undefined;
  return isOfficers && visible.includes(type) ? [seenNote(comments, reference, true)] : [];
}

function digest(state: string): string {
  return createHash("sha256").update(state).digest("hex").slice(0, 8);
}
