import type { Edit, PartPath } from "@guildhall/contract";
import type { Conflict } from "@guildhall/sdk";

/** The edits that are in nobody's way: they and the parts that somebody else has changed too lie apart. */
export function editsApart(edits: readonly Edit[], conflicts: readonly Conflict[]): Edit[] {
  return edits.filter((edit) => {
    const mine = partsOf(edit);
    return !conflicts.some(({ at }) => mine.some((part) => overlaps(part, at)));
  });
}

/** The parts that an edit may change; of a list that something comes into, all. */
function partsOf(edit: Edit): PartPath[] {
  switch (edit.act) {
    case "set":
    case "clear":
    case "remove":
      return [edit.at];
    case "rename":
    case "copy":
      return [edit.at.slice(0, edit.at.lastIndexOf("/"))];
    case "move":
      return edit.to === undefined ? [edit.at] : [edit.at, edit.to];
    case "add":
    case "insert":
      return [edit.to];
  }
}

function overlaps(one: PartPath, other: PartPath): boolean {
  return one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}
