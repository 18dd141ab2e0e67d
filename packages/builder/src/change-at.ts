import { type Data, type Fields, isFields, partOf } from "./data.ts";
import type { Way } from "./locate.ts";

/** Change one part, and leave the whole that it was given as it was. A part that becomes undefined goes. */
export function changeAt(
  whole: Data | undefined,
  way: Way,
  change: (value: Data | undefined) => Data | undefined,
): Data | undefined {
  const [step, ...rest] = way;
  if (step === undefined) return change(whole);
  if (Array.isArray(whole) && typeof step === "number") return inList(whole, step, rest, change);
  const fields: Fields = isFields(whole) ? { ...whole } : {};
  const inner = changeAt(partOf(fields, step), rest, change);
  if (inner === undefined) delete fields[step];
  else fields[step] = inner;
  return fields;
}

function inList(
  items: Data[],
  at: number,
  rest: Way,
  change: (value: Data | undefined) => Data | undefined,
): Data[] {
  const inner = changeAt(items[at], rest, change);
  return inner === undefined ? items.toSpliced(at, 1) : items.with(at, inner);
}

/** Put something in the place of a part. */
export function putAt(whole: Data, way: Way, value: Data): Data {
  return changeAt(whole, way, () => value) ?? value;
}
