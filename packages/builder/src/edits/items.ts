import type { Edit } from "@guildhall/contract";
import { freeName, nameFrom } from "@guildhall/forms";
import { changeAt, putAt } from "../change-at.ts";
import { type Data, isFields } from "../data.ts";
import { stepsAlong, type Way } from "../locate.ts";
import { itemName, nameField } from "../names.ts";
import { isWithin, stepsOf } from "../path.ts";
import { takenIn } from "../scope.ts";
import { mapWelsh, moved, welshPath, welshPaths } from "../welsh.ts";
import { nounOf } from "../words/part-words.ts";
import { type Item, itemAt, type List, listAt, placeAfter } from "./find.ts";
import { Refusal } from "./refusal.ts";

type Act<A extends Edit["act"]> = Extract<Edit, { act: A }>;

/** Put an item into a list. One that says what it is called and has no name yet gets one. */
export function addItem(whole: Data, { to, item, after }: Act<"add">): Data {
  const list = listAt(whole, to);
  // What an edit carries is JSON.
  const added = withName(whole, list, item as Data);
  refuseTaken(whole, list, itemName(list.key, added));
  return putAt(whole, list.way, list.items.toSpliced(placeAfter(list, after), 0, added));
}

/** Take an item out, with its translations. What speaks of it is left, for whoever publishes to be told of. */
export function removeItem(whole: Data, { at }: Act<"remove">): Data {
  const item = itemAt(whole, at);
  const gone = welshPaths(stepsOf(item.path), item.value);
  const rest = changeAt(whole, [...item.list.way, item.at], () => undefined) ?? whole;
  return mapWelsh(rest, (path) =>
    gone.some((from) => moved(path, from, from) !== undefined) ? undefined : path,
  );
}

/** Put an item elsewhere in its list, or into another of the same kind. */
export function moveItem(whole: Data, { at, to, after }: Act<"move">): Data {
  const item = itemAt(whole, at);
  const target = to === undefined ? item.list : listAt(whole, to);
  refuseTarget(item, target);
  const rest = changeAt(whole, [...item.list.way, item.at], () => undefined) ?? whole;
  const list = target.way === item.list.way ? item.list : target;
  const way = afterRemoval(list.way, item);
  const isOwn = isSameWay(list.way, item.list.way);
  const items = isOwn ? list.items.toSpliced(item.at, 1) : list.items;
  const left = { ...list, way, items };
  if (!isOwn) refuseTaken(rest, left, itemName(list.key, item.value));
  const put = putAt(rest, way, items.toSpliced(placeAfter(left, after), 0, item.value));
  const from = welshPath(stepsOf(item.path));
  const became = welshPath([...stepsAlong(rest, way), item.name]);
  return from === became ? put : mapWelsh(put, (path) => moved(path, from, became) ?? path);
}

/** @throws Refusal where something else in reach has the name */
export function refuseTaken(whole: Data, list: List, name: string | undefined): void {
  if (name === undefined || !takenIn(whole, list.way).has(name)) return;
  if (list.key === "rows" && isXml(whole, list)) return;
  throw new Refusal(list.path, `There is another ${nounOf(list.key)} “${name}” already.`);
}

/** Elements of XML may be there more than once, each with a row of its own. */
export function isXml(whole: Data, { way }: List): boolean {
  const mappings = isFields(whole) ? whole.mappings : undefined;
  const mapping = Array.isArray(mappings) ? mappings[Number(way[1])] : undefined;
  return isFields(mapping) && mapping.format === "xml";
}

function refuseTarget(item: Item, target: List): void {
  if (target.key !== item.list.key) {
    throw new Refusal(
      item.path,
      `A ${nounOf(item.list.key)} cannot go into a list of ${target.key}.`,
    );
  }
  if (isWithin(target.path, item.path)) {
    throw new Refusal(item.path, `A ${nounOf(item.list.key)} cannot be put into itself.`);
  }
}

/** The way to a list when an item was taken out: places behind it have come one nearer. */
function afterRemoval(way: Way, { list, at }: Item): Way {
  const step = way[list.way.length];
  const isBehind = isSameWay(way.slice(0, list.way.length), list.way) && Number(step) > at;
  return isBehind ? way.with(list.way.length, Number(step) - 1) : way;
}

function isSameWay(one: Way, other: Way): boolean {
  return one.length === other.length && one.every((step, at) => step === other[at]);
}

function withName(whole: Data, { key, way }: List, item: Data): Data {
  if (!isFields(item) || itemName(key, item) !== undefined || key === "rows") return item;
  const title = item.label ?? item.title ?? item.name;
  if (typeof title !== "string") return item;
  const name = freeName(key, nameFrom(key, title), takenIn(whole, way));
  return { [nameField(key)]: name, ...item };
}
