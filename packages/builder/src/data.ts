/** Plain data, as YAML and JSON give it. */
export type Data = null | boolean | number | string | Data[] | { [key: string]: Data };
export type Fields = { [key: string]: Data };

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What lies one step into a value: under a name, or at a place in a list. */
export function partOf(value: Data | undefined, step: string | number): Data | undefined {
  if (Array.isArray(value)) return value[Number(step)];
  return isFields(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** What a table says of a key, where it says so itself: names in data may be `constructor`, which every object has. */
export function ownOf<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Tell whether two values say the same, whatever order their fields were written in. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, at) => isSame(item, other[at]));
  }
  if (!isFields(one) || !isFields(other)) return false;
  const keys = keysOf(one);
  return (
    keys.length === keysOf(other).length && keys.every((key) => isSame(one[key], ownOf(other, key)))
  );
}

/** The fields that say something: one that is undefined is not there. */
export function keysOf(fields: Fields): string[] {
  return Object.keys(fields).filter((key) => fields[key] !== undefined);
}
