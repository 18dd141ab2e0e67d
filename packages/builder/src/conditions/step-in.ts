import type { Data } from "../data.ts";
import { itemName } from "../names.ts";

/** What each item of a list in a definition goes by in a path: its name, or its place where it has none or shares it. */
export function stepsIn(key: string, items: readonly unknown[]): string[] {
  // What a schema of JSON values has read is JSON.
  const names = items.map((item) => itemName(key, item as Data));
  const counts = new Map<string | undefined, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return names.map((name, at) => (name === undefined || counts.get(name) !== 1 ? `#${at}` : name));
}

/** The same of one item. */
export function stepIn(key: string, items: readonly unknown[], at: number): string {
  return stepsIn(key, items)[at] ?? `#${at}`;
}
