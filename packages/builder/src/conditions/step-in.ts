import type { Data } from "../data.ts";
import { stepsTo } from "../names.ts";

/** What each item of a list in a definition goes by in a path: its name, or its place where it has none or shares it. */
export function stepsIn(key: string, items: readonly unknown[]): string[] {
  // What a schema of JSON values has read is JSON.
  return stepsTo(key, items as readonly Data[]);
}

/** The same of one item. */
export function stepIn(key: string, items: readonly unknown[], at: number): string {
  return stepsIn(key, items)[at] ?? `#${at}`;
}
