import { type Data, isFields, ownOf, partOf } from "../data.ts";
import { answer, into, named, type Part, type Walk } from "./mention.ts";

/** JSON Logic: the questions that it reads, and the options that it compares their answers with. */
export const logic: Part = (value, walk) => {
  if (Array.isArray(value)) return value.map((part, at) => logic(part, into(walk, at)));
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([operator, operands]) => [
      operator,
      operation(operator, operands, into(walk, operator)),
    ]),
  );
};

/** What reads an answer, and what asks whether another condition holds. */
const names: Readonly<Record<string, Part>> = { var: answer, condition: named("condition") };
const comparisons: ReadonlySet<string> = new Set(["==", "!=", "===", "!==", "in"]);

function operation(operator: string, operands: Data, walk: Walk): Data {
  const name = ownOf(names, operator);
  if (name) {
    return Array.isArray(operands)
      ? operands.map((one, at) => (at === 0 ? name(one, into(walk, at)) : one))
      : name(operands, walk);
  }
  const compared = comparisons.has(operator) ? readBy(operands) : undefined;
  if (compared === undefined || !Array.isArray(operands)) return logic(operands, walk);
  const options = optionsOf(compared);
  return operands.map((one, at) =>
    isFields(one) ? logic(one, into(walk, at)) : options(one, into(walk, at)),
  );
}

/** The question that one of the operands reads whole. */
function readBy(operands: Data): string | undefined {
  const read = Array.isArray(operands) ? operands.find((one) => isFields(one)) : undefined;
  const name = isFields(read) ? [partOf(read, "var")].flat()[0] : undefined;
  return typeof name === "string" ? name : undefined;
}

/** Values that answers to a question are compared with, one or a list of them. */
export function optionsOf(path: string): Part {
  const option: Part = (value, walk) => {
    if (Array.isArray(value)) return value.map((one, at) => option(one, into(walk, at)));
    if (typeof value !== "string") return value;
    const question = answererAt(path, walk);
    return walk.change({ of: "option", name: value, question }, walk.at);
  };
  return option;
}

function answererAt(path: string, { names, groups }: Walk) {
  const [head = "", part] = path.split(".");
  const found = names.answererOf(head, groups);
  const isItem = part !== undefined && found.group === undefined && names.isItem(head, part);
  return isItem ? { name: part, group: head } : found;
}
