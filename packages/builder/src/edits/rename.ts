import type { Edit } from "@guildhall/contract";
import { putAt } from "../change-at.ts";
import { type Data, ownOf, partOf } from "../data.ts";
import type { Mention } from "../mentions/mention.ts";
import { mapMentions } from "../mentions/mentions.ts";
import { nameField } from "../names.ts";
import { stepsOf } from "../path.ts";
import { mapWelsh, moved, welshPath } from "../welsh.ts";
import { type Item, itemAt } from "./find.ts";
import { refuseTaken } from "./items.ts";
import { Refusal } from "./refusal.ts";

/** Give an item another name, and name it so wherever it is spoken of. */
export function renameItem(whole: Data, { at, name }: Extract<Edit, { act: "rename" }>): Data {
  const item = itemAt(whole, at);
  const { list, value, path } = item;
  const old = partOf(value, nameField(list.key));
  if (typeof old !== "string") throw new Refusal(path, "This has no name of its own.");
  if (name === old) return whole;
  refuseTaken(whole, list, name);
  return renamed(whole, item, { old, name });
}

/** Put another name in the place of an old one, whoever else may have it. */
export function renamed(
  whole: Data,
  { list, at, path }: Item,
  { old, name }: { old: string; name: string },
): Data {
  const steps = stepsOf(path);
  const isOf = mentions(steps, old);
  const spoken = mapMentions(whole, (mention) => (isOf(mention) ? name : mention.name));
  const made = putAt(spoken, [...list.way, at, nameField(list.key)], name);
  const from = welshPath(steps);
  const to = welshPath([...steps.slice(0, -1), name]);
  return mapWelsh(made, (key) => moved(key, from, to) ?? key);
}

const kinds: Readonly<Record<string, Mention["of"]>> = {
  conditions: "condition",
  sections: "section",
  stages: "stage",
  mappings: "mapping",
};

/** Tell which mentions mean the item that these steps lead to. */
function mentions(steps: readonly string[], name: string): (mention: Mention) => boolean {
  const key = steps.at(-2) ?? "";
  if (key === "questions") {
    const group = groupOn(steps);
    return (mention) =>
      mention.of === "question" && mention.name === name && mention.group === group;
  }
  if (key === "options") {
    const question = steps.at(-3);
    const group = groupOn(steps.slice(0, -2));
    return (mention) =>
      mention.of === "option" &&
      mention.name === name &&
      mention.question.name === question &&
      mention.question.group === group;
  }
  return (mention) => mention.of === ownOf(kinds, key) && mention.name === name;
}

/** The group that a question is an item's of: `/form/pages/dates/questions/dates/questions/from`. */
function groupOn(steps: readonly string[]): string | undefined {
  return steps.length > 5 ? steps[4] : undefined;
}
