import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { processes } from "./schema/processes.ts";
import { people } from "./schema/staff.ts";
import { tasks } from "./schema/tasks.ts";

/** What is still to do of one team and one person. */
export interface WorkloadRow {
  readonly team: string | null;
  readonly assignee: string | null;
  readonly open: number;
  /** How many of them should have been done. */
  readonly overdue: number;
}

// Written out, since a bound state would not be matched to the partial index.
const isUnderWay = sql`${tasks.state} in ('open','in-progress')`;

/** Count what is still to do, by team and person. */
export async function countWorkload(db: Db | Tx, now: number): Promise<WorkloadRow[]> {
  return workloadQuery(db, now).all();
}

/** @internal */
export function workloadQuery({ reads }: Db | Tx, now: number) {
  const overdue = sql<number>`coalesce(sum(${tasks.dueAt} < ${now}), 0)`;
  return reads
    .select({ team: tasks.team, assignee: tasks.assignee, open: sql<number>`count(*)`, overdue })
    .from(tasks)
    .where(isUnderWay)
    .groupBy(tasks.team, tasks.assignee);
}

/** Count the processes that are open, and those of them that should have ended. */
export async function countOpen(db: Db, now: number): Promise<{ open: number; late: number }> {
  const counted = await openQuery(db, now).get();
  return counted ?? { open: 0, late: 0 };
}

/** @internal */
export function openQuery({ reads }: Db, now: number) {
  const late = sql<number>`coalesce(sum(${processes.respondBy} < ${now}), 0)`;
  return reads
    .select({ open: sql<number>`count(*)`, late })
    .from(processes)
    .where(sql`${processes.status} = 'open'`);
}

/** The tasks of a team that are nobody's, soonest due first and those without a day last. */
export async function listUnowned(
  { reads }: Db | Tx,
  { team, limit }: { readonly team: string; readonly limit: number },
): Promise<{ id: string; process: string }[]> {
  return reads
    .select({ id: tasks.id, process: tasks.process })
    .from(tasks)
    .where(and(isUnderWay, eq(tasks.team, team), isNull(tasks.assignee)))
    .orderBy(asc(sql`coalesce(${tasks.dueAt}, 9007199254740991)`), asc(tasks.id))
    .limit(limit)
    .all();
}

/** How many tasks each of these people has still to do, of whatever team. */
export async function countOf(
  { reads }: Db | Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await reads
    .select({ id: tasks.assignee, open: sql<number>`count(*)` })
    .from(tasks)
    .where(and(isUnderWay, inArray(tasks.assignee, [...ids])))
    .groupBy(tasks.assignee)
    .all();
  return new Map(rows.flatMap(({ id, open }) => (id === null ? [] : [[id, open] as const])));
}

/** The people who do the tasks of a team and can sign in, by id. */
export async function listMembers({ reads }: Db | Tx, team: string): Promise<string[]> {
  const rows = await reads
    .select({ id: people.id, teams: people.teams })
    .from(people)
    .where(eq(people.active, 1))
    .orderBy(asc(people.id))
    .all();
  return rows.filter(({ teams }) => teams.includes(team)).map(({ id }) => id);
}
