import { isDeepStrictEqual } from "node:util";

/** Tell whether two things say the same once they are written down. */
export function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(plain(one), plain(other));
}

/** The fields that are otherwise, in the order in which they are said. */
export function changedFields(one: object, other: object): string[] {
  const [before, after] = [plain(one), plain(other)] as Record<string, unknown>[]; // Both are objects.
  const fields = new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})]);
  return [...fields].filter((field) => !isDeepStrictEqual(before?.[field], after?.[field]));
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}
