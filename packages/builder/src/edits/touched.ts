import type { Edit, PartPath } from "@guildhall/contract";
import type { Data } from "../data.ts";
import { itemName } from "../names.ts";
import { comingTo, stepsOf, under } from "../path.ts";

/**
 * The parts that edits change.
 *
 * Adding touches nothing that is there: told is the name that it takes, or else only that something comes into the
 * list, so that whoever takes the list away, or what it is in, learns of it.
 */
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
      return [edit.at, within(listOf(edit.at), edit.name)];
    case "move":
      return edit.to === undefined ? [edit.at] : [edit.at, within(edit.to, nameIn(edit.at))];
    case "copy":
      return [within(listOf(edit.at), edit.name), ...comingWith(listOf(edit.at))];
    case "add": {
      // What an edit carries is JSON.
      const name = itemName(nameIn(edit.to), edit.item as Data);
      return [within(edit.to, name)];
    }
    case "insert":
      return [comingTo(edit.to), ...comingWith(edit.to)];
  }
}

/** A copy or a pattern of pages or questions may bring conditions of its own. */
function comingWith(list: PartPath): PartPath[] {
  return ["pages", "questions"].includes(nameIn(list)) ? [comingTo("/form/conditions")] : [];
}

function listOf(path: PartPath): PartPath {
  return path.slice(0, path.lastIndexOf("/"));
}

function within(list: PartPath, name: string | undefined): PartPath {
  return name === undefined ? comingTo(list) : under(list, name);
}

function nameIn(path: PartPath): string {
  return stepsOf(path).at(-1) ?? "";
}
