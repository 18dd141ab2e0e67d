import { type Data, isFields, partOf } from "../data.ts";
import { optionsOf } from "./logic.ts";
import { answer, fields, into, items, named, type Part, type Walk } from "./mention.ts";

/** A row of a mapping: in the rows of one that repeats for a group, the items' questions come first. */
export const row: Part = (value, walk) => {
  if (!isFields(value)) return value;
  const { each, rows, change, ...rest } = value;
  const inner = typeof each === "string" ? { ...walk, groups: [each, ...walk.groups] } : walk;
  return {
    ...(own(rest, walk) as typeof value),
    ...(each === undefined ? {} : { each: answer(each, into(walk, "each")) }),
    ...(change === undefined ? {} : { change: changes(value, into(walk, "change")) }),
    ...(rows === undefined ? {} : { rows: items(row)(rows, into(inner, "rows")) }),
  };
};

const plain = fields({ answer, row: fields({ answer }) });
const source: Part = (value, walk) =>
  isFields(value) && Array.isArray(value.join)
    ? { ...value, join: items(plain)(value.join, into(walk, "join")) }
    : plain(value, walk);

const own = fields({ from: source, when: named("condition") });

/** Only the changes that come first meet the options as they are: what is absent, and then a list. */
function changes(value: { [key: string]: Data }, walk: Walk): Data {
  const { change = [] } = value;
  const path = partOf(value.from, "answer");
  if (!Array.isArray(change) || typeof path !== "string") return change;
  const option = optionsOf(path);
  const first = change.findIndex((one) => partOf(one, "absent") === undefined);
  const last = first < 0 ? change.length : first;
  return change.map((one, at) => (at > last ? one : ofOptions(one, option, into(walk, at))));
}

function ofOptions(change: Data, option: Part, walk: Walk): Data {
  if (!isFields(change)) return change;
  if (change.absent !== undefined) {
    return { ...change, absent: option(change.absent, into(walk, "absent")) };
  }
  const { list } = change;
  return isFields(list) ? { ...change, list: keyed(list, option, into(walk, "list")) } : change;
}

/** Values by option. */
export function keyed(record: { [key: string]: Data }, option: Part, walk: Walk): Data {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [String(option(name, into(walk, name))), value]),
  );
}
