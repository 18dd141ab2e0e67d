import { and, desc, eq, getTableColumns, gte, inArray, lt, sql } from "drizzle-orm";
import type { Db } from "./db.ts";
import { floorOf, type Part, partOf } from "./part.ts";
import { processes } from "./schema/processes.ts";
import { tasks } from "./schema/tasks.ts";
import { openTask, type TaskRow } from "./tasks.ts";

export interface TaskFilter {
  readonly limit: number;
  readonly before?: string | undefined;
  readonly states?: readonly TaskRow["state"][] | undefined;
  readonly services?: readonly string[] | undefined;
  readonly team?: string | undefined;
  readonly process?: string | undefined;
  readonly dueBefore?: number | undefined;
  readonly updatedSince?: number | undefined;
}

/** Tasks of all processes, newest first. */
export async function listAllTasks(db: Db, filter: TaskFilter): Promise<Part<TaskRow>> {
  const { limit, before, process, services } = filter;
  const isOpen = filter.states?.every((state) => state === "open" || state === "in-progress");
  const floor = isOpen || process !== undefined ? undefined : await floorOf(db, tasks, before);
  const rows = await db.reads
    .select(getTableColumns(tasks))
    .from(tasks)
    .innerJoin(processes, eq(processes.id, tasks.process))
    .where(
      and(
        // Written out, since a bound state would not be matched to the partial index.
        isOpen ? sql`${tasks.state} in ('open','in-progress')` : undefined,
        before === undefined ? undefined : lt(tasks.id, before),
        floor === undefined ? undefined : gte(tasks.id, floor),
        process === undefined ? undefined : eq(tasks.process, process),
        services && inArray(processes.service, [...services]),
        ...sieve(filter),
      ),
    )
    .orderBy(desc(tasks.id))
    .limit(limit + 1)
    .all();
  return partOf(
    rows.map((row) => openTask(db, row)),
    limit,
    floor,
  );
}

function sieve({ states, team, dueBefore, updatedSince }: TaskFilter) {
  return [
    states && inArray(tasks.state, [...states]),
    team === undefined ? undefined : eq(tasks.team, team),
    dueBefore === undefined ? undefined : lt(tasks.dueAt, dueBefore),
    updatedSince === undefined ? undefined : gte(tasks.updatedAt, updatedSince),
  ];
}
