import type { Row, Transform } from "@guildhall/contract";
import { MappingFault, type Place } from "../fault.ts";
import { isAbsent, type Scope } from "../scope.ts";
import { asText } from "../text.ts";

/** A change to a value that is there. */
export type Change = (value: unknown, scope: Scope) => unknown;

/** A transform with settings, by the first of its names: `Setting<"cut">`. */
export type Setting<Name extends string> = Extract<Transform, Record<Name, unknown>>;

/** Makes a transform's settings into a change. @throws MappingFault for a setting that cannot work */
export type CompileSetting<Name extends string> = (
  setting: Setting<Name>,
  place: Place,
  row: Row,
) => Change;

/** Change a list item by item, and drop the items that become nothing. */
export function itemwise(change: Change): Change {
  return (value, scope) => {
    if (!Array.isArray(value)) return change(value, scope);
    return value.map((item) => change(item, scope)).filter((item) => !isAbsent(item));
  };
}

/** Make a list of each value, and of a list one list of them all. */
export function listwise(change: (value: unknown) => readonly unknown[]): Change {
  return (value) => (Array.isArray(value) ? value.flatMap(change) : change(value));
}

/** Change the text of each value. */
export function textwise(change: (text: string) => unknown, place: Place): Change {
  return itemwise((value) => change(textOf(value, place)));
}

/** A value as text. @throws MappingFault where it has parts */
export function textOf(value: unknown, place: Place): string {
  const text = asText(value);
  if (text === undefined) throw new MappingFault(place, "the value has parts; name one of them");
  return text;
}

/** @throws MappingFault for a setting that counts nothing */
export function checkCount(value: number, name: string, place: Place): void {
  if (Number.isSafeInteger(value) && value > 0) return;
  throw new MappingFault(place, `${name} needs a whole number above 0`);
}
