import { and, desc, lt, type SQL } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import type { outbox } from "./schema/outbox.ts";
import type { processes } from "./schema/processes.ts";
import type { tasks } from "./schema/tasks.ts";

/**
 * A part of a list, newest first, and where the next part begins.
 *
 * A part may be short of its limit, or empty, and not be the last: no part looks at more than ten thousand rows, so
 * that a filter which few rows pass keeps nobody else waiting.
 */
export interface Part<T> {
  readonly rows: readonly T[];
  readonly next?: string;
}

export const longestLook = 10_000;

/** The id that a part may look down to, of those rows that are `among` all; undefined when it may look to the end. */
export async function floorOf(
  db: Db | Tx,
  table: typeof outbox | typeof processes | typeof tasks,
  before: string | undefined,
  among?: SQL,
): Promise<string | undefined> {
  const row = await db.reads
    .select({ id: table.id })
    .from(table)
    .where(and(among, before === undefined ? undefined : lt(table.id, before)))
    .orderBy(desc(table.id))
    .limit(1)
    .offset(longestLook - 1)
    .get();
  return row?.id;
}

/** Cut rows, of which one more than the limit was asked for, to a part. */
export function partOf<T extends { readonly id: string }>(
  rows: readonly T[],
  limit: number,
  floor?: string,
): Part<T> {
  if (rows.length <= limit) return floor === undefined ? { rows } : { rows, next: floor };
  const part = rows.slice(0, limit);
  const last = part.at(-1);
  return last ? { rows: part, next: last.id } : { rows: part };
}
