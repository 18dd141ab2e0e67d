import type { Edit, PartPath } from "@guildhall/contract";
import type { Data } from "../data.ts";
import { itemName } from "../names.ts";
import { stepsOf, under } from "../path.ts";

/** The parts that edits change. Adding touches nothing that is there, so only the name that it takes is told. */
export function touched(edits: readonly Edit[]): PartPath[] {
  return [...new Set(edits.flatMap(touchedBy))];
}

function touchedBy(edit: Edit): PartPath[] {
  switch (edit.act) {
    case "set":
    case "clear":
    case "remove":
      return [edit.at];
    case "rename":
      return [edit.at, beside(edit.at, edit.name)];
    case "move":
      return edit.to === undefined ? [edit.at] : [edit.at, within(edit.to, nameIn(edit.at))];
    case "copy":
      return edit.name === undefined ? [] : [beside(edit.at, edit.name)];
    case "add": {
      // What an edit carries is JSON.
      const name = itemName(nameIn(edit.to), edit.item as Data);
      return name === undefined ? [] : [within(edit.to, name)];
    }
    case "insert":
      return [];
  }
}

function beside(path: PartPath, name: string): PartPath {
  return within(path.slice(0, path.lastIndexOf("/")), name);
}

function within(list: PartPath, name: string): PartPath {
  return under(list, name);
}

function nameIn(path: PartPath): string {
  return stepsOf(path).at(-1) ?? "";
}
