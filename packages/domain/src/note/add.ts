import type { NewNote, Note } from "@guildhall/contract";
import { insertNote, type NoteRow } from "@guildhall/store";
import { noteUse } from "../agreement/use.ts";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { reachOpenProcess } from "../process/reach.ts";
import { talkedOf } from "../process/talked-of.ts";
import { tell } from "../tell.ts";
import { presentNote } from "./list.ts";

/**
 * Add words to a process; where the citizen may see them, the citizen is told.
 *
 * @throws Problem `not-found`, `process-closed`
 */
export async function addNote(
  ctx: Context,
  processId: string,
  { contents, visibleToCitizen }: NewNote,
): Promise<Note> {
  requireScope(ctx, "notes:write", "or-under-agreement");
  const row = await reachOpenProcess(ctx, processId, "or-under-agreement");
  const process = await talkedOf(ctx, row);
  const note: NoteRow = {
    id: ctx.ids.id("not"),
    process: processId,
    visible: visibleToCitizen,
    author: ctx.actor.name,
    contents,
    at: ctx.now(),
  };
  return change(ctx, async (unit) => {
    await insertNote(unit.tx, note);
    const data = { visible: visibleToCitizen };
    await tell(unit, {
      type: "note.added",
      process,
      subject: note.id,
      data,
      quiet: !visibleToCitizen,
    });
    await noteUse(ctx, unit.tx, { act: "noted", process: processId });
    return presentNote(note);
  });
}
