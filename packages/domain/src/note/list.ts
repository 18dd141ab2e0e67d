import type { Note } from "@guildhall/contract";
import { listNotes as listRows, type NoteRow } from "@guildhall/store";
import { type Context, requireScope, seesAsCitizen } from "../context.ts";
import { instant } from "../process/present.ts";
import { reachProcess } from "../process/reach.ts";

/**
 * Read the notes of a process; a citizen sees those that are meant for them.
 *
 * @throws Problem `not-found`
 */
export async function listNotes(ctx: Context, process: string): Promise<{ data: Note[] }> {
  requireScope(ctx, "notes:read");
  await reachProcess(ctx, process);
  const rows = await listRows(ctx.db, process);
  const seen = seesAsCitizen(ctx) ? rows.filter(({ visible }) => visible) : rows;
  return { data: seen.map(presentNote) };
}

export function presentNote({ id, process, contents, visible, author, at }: NoteRow): Note {
  return { id, process, contents, visibleToCitizen: visible, author, at: instant(at) };
}
