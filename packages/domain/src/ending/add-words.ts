import { insertNote } from "@guildhall/store";
import type { Unit } from "../change.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";

/** Add what is said to a citizen of the end as a note, and give its id: an event holds no words that anybody wrote. */
export async function addWords(unit: Unit, process: TalkedOf, contents: string): Promise<string> {
  const { ctx, tx } = unit;
  const id = ctx.ids.id("not");
  const author = ctx.actor.name;
  await insertNote(tx, { id, process: process.id, visible: true, author, contents, at: ctx.now() });
  // The message of the end says it.
  const noted = { type: "note.added", process, subject: id, data: { visible: true } } as const;
  await tell(unit, { ...noted, quiet: true });
  return id;
}
