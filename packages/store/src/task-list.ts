import {
  and,
  asc,
  desc,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  not,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Db } from "./db.ts";
import { floorOf, longestLook, type Part, partOf } from "./part.ts";
import { processes } from "./schema/processes.ts";
import { tasks } from "./schema/tasks.ts";
import { findTask, openTask, type TaskRow } from "./tasks.ts";

export interface TaskFilter {
  readonly limit: number;
  /** The last task of the part before. */
  readonly before?: string | undefined;
  readonly states?: readonly TaskRow["state"][] | undefined;
  readonly services?: readonly string[] | undefined;
  readonly team?: string | undefined;
  /** The person whose it is; null for nobody's. */
  readonly assignee?: string | null | undefined;
  readonly process?: string | undefined;
  readonly dueBefore?: number | undefined;
  readonly updatedSince?: number | undefined;
}

// Written out, since a bound state would not be matched to the partial indexes.
const isUnderWay = sql`${tasks.state} in ('open','in-progress')`;
/** A task without a day comes after all that have one. */
const day = sql<number>`coalesce(${tasks.dueAt}, 9007199254740991)`;

/** Tasks of all processes, newest first. */
export async function listAllTasks(db: Db, filter: TaskFilter): Promise<Part<TaskRow>> {
  const floor = await floorFor(db, filter);
  const rows = await newestQuery(db, filter, floor).all();
  const opened = rows.map((row) => openTask(db, row));
  return partOf(opened, filter.limit, floor);
}

/** @internal */
export function newestQuery(db: Db, filter: TaskFilter, floor?: string) {
  const { limit, before } = filter;
  return db.reads
    .select()
    .from(tasks)
    .where(
      and(
        isOfOpen(filter) ? isUnderWay : undefined,
        before === undefined ? undefined : lt(tasks.id, before),
        floor === undefined ? undefined : gte(tasks.id, floor),
        ...sieve(db, filter),
      ),
    )
    .orderBy(desc(tasks.id))
    .limit(limit + 1);
}

function isOfOpen({ states }: TaskFilter): boolean {
  return states?.every((state) => state === "open" || state === "in-progress") ?? false;
}

function floorFor(db: Db, filter: TaskFilter) {
  if (filter.process !== undefined) return undefined;
  if (!isOfOpen(filter)) return floorOf(db, tasks, filter.before);
  const { services, team, assignee, dueBefore, updatedSince } = filter;
  const isSifted = [services, team, assignee, dueBefore, updatedSince].some(isGiven);
  return isSifted ? floorOf(db, tasks, filter.before, isUnderWay) : undefined;
}

/** Tasks that are still to do, soonest due first: those of a person or of a team are read by their own index. */
export async function listTasksByDay(db: Db, filter: TaskFilter): Promise<Part<TaskRow>> {
  const { limit, before } = filter;
  const last = before === undefined ? undefined : await findTask(db, before);
  const { key, rest } = keyOf(filter);
  const within = [isUnderWay, key, last && comesAfter(last), ...dueIn(filter)];
  const { services, states, team, assignee, updatedSince, process } = rest;
  const isSifted = [services, states, team, assignee, updatedSince].some(isGiven);
  const end = isSifted && process === undefined ? await longestLookIn(db, within) : undefined;
  const rows = await byDayQuery(db, [...within, end && not(comesAfter(end)), ...sieve(db, rest)])
    .limit(limit + 1)
    .all();
  const opened = rows.map((row) => openTask(db, row));
  return partOf(opened, limit, end?.id);
}

/** @internal The first part of a list by day. */
export function firstByDayQuery(db: Db, filter: TaskFilter) {
  const { key, rest } = keyOf(filter);
  return byDayQuery(db, [isUnderWay, key, ...dueIn(filter), ...sieve(db, rest)]);
}

function byDayQuery(db: Db, where: readonly (SQL | undefined)[]) {
  return db.reads
    .select()
    .from(tasks)
    .where(and(...where))
    .orderBy(asc(day), asc(tasks.id));
}

/** What is read by an index, and what is left to be looked at in each row. */
function keyOf(filter: TaskFilter): { key: SQL | undefined; rest: TaskFilter } {
  const { team, assignee, dueBefore: _, ...asked } = filter;
  const isAll = asked.states?.includes("open") && asked.states.includes("in-progress");
  const others = isAll ? { ...asked, states: undefined } : asked;
  if (typeof assignee === "string")
    return { key: eq(tasks.assignee, assignee), rest: { ...others, team } };
  if (team !== undefined) return { key: eq(tasks.team, team), rest: { ...others, assignee } };
  const key = assignee === null ? isNull(tasks.assignee) : undefined;
  return { key, rest: others };
}

function dueIn({ dueBefore }: TaskFilter): SQL[] {
  return dueBefore === undefined ? [] : [sql`${day} < ${dueBefore}`];
}

function comesAfter({ dueAt, id }: Pick<TaskRow, "dueAt" | "id">): SQL {
  const at = dueAt ?? Number.MAX_SAFE_INTEGER;
  return sql`(${day} >= ${at} and (${day} > ${at} or ${tasks.id} > ${id}))`;
}

/** The last task that a part may look at; undefined when it may look to the end. */
function longestLookIn(db: Db, within: readonly (SQL | undefined)[]) {
  return db.reads
    .select({ id: tasks.id, dueAt: tasks.dueAt })
    .from(tasks)
    .where(and(...within))
    .orderBy(asc(day), asc(tasks.id))
    .limit(1)
    .offset(longestLook - 1)
    .get();
}

/** What is looked at in each row; the signs keep it from being read by an index instead of the one that orders the list. */
function sieve(
  db: Db,
  { services, states, team, assignee, process, dueBefore, updatedSince }: TaskFilter,
): (SQL | undefined)[] {
  return [
    states && inArray(tasks.state, [...states]),
    services && isOfService(db, services),
    process === undefined ? undefined : eq(tasks.process, process),
    team === undefined ? undefined : sql`+${tasks.team} = ${team}`,
    assignee === undefined ? undefined : sql`+${tasks.assignee} is ${assignee}`,
    dueBefore === undefined ? undefined : sql`+${tasks.dueAt} < ${dueBefore}`,
    updatedSince === undefined ? undefined : gte(tasks.updatedAt, updatedSince),
  ];
}

function isOfService(db: Db, services: readonly string[]): SQL {
  const isIt = and(eq(processes.id, tasks.process), inArray(processes.service, [...services]));
  return exists(db.reads.select({ one: sql`1` }).from(processes).where(isIt));
}

function isGiven(value: unknown): boolean {
  return value !== undefined;
}

/** The teams that have something to do, by name: each is found behind the one before, without a look at its tasks. */
export async function listTeamsOfTasks(db: Db): Promise<string[]> {
  const names: string[] = [];
  for (let name = await teamAfter(db, ""); name !== undefined; name = await teamAfter(db, name))
    names.push(name);
  return names;
}

async function teamAfter(db: Db, name: string): Promise<string | undefined> {
  const row = await db.reads
    .select({ team: tasks.team })
    .from(tasks)
    .where(and(isUnderWay, gt(tasks.team, name)))
    .orderBy(asc(tasks.team))
    .limit(1)
    .get();
  return row?.team ?? undefined;
}
