import type { DraftDefinition, Edit, PartPath } from "@guildhall/contract";
import type { Data } from "../data.ts";
import { dataOf } from "../locate.ts";
import { copyItem } from "./copy.ts";
import { clearPart, setPart } from "./fields.ts";
import { insertPattern } from "./insert.ts";
import { addItem, moveItem, removeItem } from "./items.ts";
import { Refusal } from "./refusal.ts";
import { renameItem } from "./rename.ts";
import { culprit, settle } from "./settle.ts";

/** Why an edit cannot be made: which of the edits, at which part, in a sentence. */
export interface EditFault {
  readonly edit: number;
  readonly at: PartPath;
  readonly sentence: string;
}

/**
 * Make edits, all of them or none. What comes out is a definition whose every part is right for itself; the one given
 * stays as it was.
 *
 * Only what the last edit leaves has to be right, so that a question can become one with options before they are there.
 */
export function applyEdits(
  definition: DraftDefinition,
  edits: readonly Edit[],
): { definition: DraftDefinition } | { fault: EditFault } {
  const tooMany = renamesBeyond(edits);
  if (tooMany) return { fault: tooMany };
  const before = dataOf(definition);
  let whole = before;
  for (const [at, edit] of edits.entries()) {
    const made = tried(whole, edit);
    if (made instanceof Refusal)
      return { fault: { edit: at, at: made.at, sentence: made.message } };
    whole = made.whole;
  }
  const settled = settle(before, whole);
  if ("definition" in settled) return settled;
  return { fault: { edit: culprit(edits, settled.wrong.at), ...settled.wrong } };
}

/** Each new name is written wherever the old one is spoken of, in a walk through the whole service. */
const mostRenames = 20;

function renamesBeyond(edits: readonly Edit[]): EditFault | undefined {
  const renames = [...edits.entries()].flatMap(([edit, one]) =>
    one.act === "rename" ? [{ edit, at: one.at }] : [],
  );
  const first = renames[mostRenames];
  return first && { ...first, sentence: `At most ${mostRenames} parts can be renamed at once.` };
}

function tried(whole: Data, edit: Edit): { whole: Data } | Refusal {
  try {
    return { whole: made(whole, edit) };
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function made(whole: Data, edit: Edit): Data {
  switch (edit.act) {
    case "set":
      // What an edit carries is JSON.
      return setPart(whole, edit.at, edit.to as Data);
    case "clear":
      return clearPart(whole, edit.at);
    case "add":
      return addItem(whole, edit);
    case "move":
      return moveItem(whole, edit);
    case "copy":
      return copyItem(whole, edit);
    case "remove":
      return removeItem(whole, edit);
    case "rename":
      return renameItem(whole, edit);
    case "insert":
      return insertPattern(whole, edit);
  }
}
