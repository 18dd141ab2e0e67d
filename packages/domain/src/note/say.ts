import { type CitizenNote, type Note, Problem } from "@guildhall/contract";
import { insertNote, listEvents, type NoteRow, type ProcessRow } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { reachAsCitizen } from "../ending/reach.ts";
import { talkedOf } from "../process/talked-of.ts";
import { tell } from "../tell.ts";
import { presentNote } from "./list.ts";

const dayMs = 86_400_000;
const mostInADay = 10;

/**
 * Take in what a citizen adds to their own process.
 *
 * Its back offices are told as of any note, and the citizen is not: whoever wrote it knows it. Ten in a day are enough
 * for anybody, and no more than staff can read.
 *
 * @throws Problem `not-found`, `process-closed`, `rate-limited`
 */
export async function addCitizenNote(
  ctx: Context,
  reference: string,
  { contents }: CitizenNote,
): Promise<Note> {
  requireScope(ctx, "notes:read");
  const row = await reachOpenAsCitizen(ctx, reference);
  const process = await talkedOf(ctx, row);
  const said = { visible: true, author: ctx.actor.name, contents, at: ctx.now() };
  const note: NoteRow = { id: ctx.ids.id("not"), process: row.id, ...said };
  return change(ctx, async (unit) => {
    refuseMany(ctx, await listEvents(unit.tx, row.id));
    await insertNote(unit.tx, note);
    const data = { visible: true };
    await tell(unit, { type: "note.added", process, subject: note.id, data, quiet: true });
    return presentNote(note);
  });
}

/**
 * Find the open process that a citizen follows with their own token.
 *
 * @throws Problem `not-found`, `process-closed`
 */
export async function reachOpenAsCitizen(ctx: Context, reference: string): Promise<ProcessRow> {
  const row = await reachAsCitizen(ctx, reference);
  if (row.status !== "open") throw new Problem("process-closed");
  return row;
}

function refuseMany({ now }: Context, events: Awaited<ReturnType<typeof listEvents>>): void {
  const since = now() - dayMs;
  const lately = events.filter(
    ({ type, actorKind, at }) => type === "note.added" && actorKind === "citizen" && at > since,
  );
  const [first] = lately;
  if (!first || lately.length < mostInADay) return;
  throw new Problem("rate-limited", { retryAfterS: Math.ceil((first.at - since) / 1000) });
}
