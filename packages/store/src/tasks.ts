import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { hot } from "./hot.ts";
import { tasks } from "./schema/tasks.ts";

type Stored = typeof tasks.$inferSelect;
export type TaskRow = Omit<Stored, "fields"> & { fields: Record<string, string> | undefined };
export type NewTaskRow = Pick<
  Stored,
  "id" | "process" | "step" | "title" | "team" | "dueAt" | "updatedAt"
>;

const insertQuery = hot((query) =>
  query
    .insert(tasks)
    .values({
      id: sql.placeholder("id"),
      process: sql.placeholder("process"),
      step: sql.placeholder("step"),
      title: sql.placeholder("title"),
      team: sql.placeholder("team"),
      dueAt: sql.placeholder("dueAt"),
      updatedAt: sql.placeholder("updatedAt"),
      state: "open",
    } as never)
    .prepare(),
);

export async function insertTask(tx: Tx, row: NewTaskRow): Promise<void> {
  await insertQuery(tx.writes).run({ ...row });
}

export async function findTask(db: Db | Tx, id: string): Promise<TaskRow | undefined> {
  const row = await db.reads.select().from(tasks).where(eq(tasks.id, id)).get();
  return row && openTask(db, row);
}

export async function listTasks(db: Db | Tx, process: string): Promise<TaskRow[]> {
  const rows = await db.reads
    .select()
    .from(tasks)
    .where(eq(tasks.process, process))
    .orderBy(asc(tasks.id))
    .all();
  return rows.map((row) => openTask(db, row));
}

/** Change a task that has not ended; undefined when it has. */
export async function moveTask(
  tx: Tx,
  id: string,
  to: Pick<Stored, "updatedAt"> &
    Partial<Pick<Stored, "state" | "externalStatus" | "completedAt" | "assignee" | "team">> & {
      fields?: Record<string, string>;
    },
): Promise<TaskRow | undefined> {
  const { fields, ...plain } = to;
  const sealed = fields && { fields: tx.vault.seal({ table: "tasks", row: id }, fields) };
  const row = await tx.writes
    .update(tasks)
    .set({ ...plain, ...sealed })
    .where(and(eq(tasks.id, id), inArray(tasks.state, ["open", "in-progress"])))
    .returning()
    .get();
  return row && openTask(tx, row);
}

/** Let what somebody has still to do be nobody's, once they cannot do it any more. */
export async function releaseTasks(tx: Tx, assignee: string, updatedAt: number): Promise<void> {
  await tx.writes
    .update(tasks)
    .set({ assignee: null, updatedAt })
    .where(and(eq(tasks.assignee, assignee), sql`${tasks.state} in ('open','in-progress')`))
    .run();
}

/** Take back the tasks of a step that nobody has completed yet. */
export async function cancelTasks(
  tx: Tx,
  { process, step }: Pick<TaskRow, "process" | "step">,
  updatedAt: number,
): Promise<void> {
  const isOf = and(eq(tasks.process, process), eq(tasks.step, step));
  await tx.writes
    .update(tasks)
    .set({ state: "cancelled", updatedAt })
    .where(and(isOf, inArray(tasks.state, ["open", "in-progress"])))
    .run();
}

/** @internal A task with what it was completed with. */
export function openTask({ vault }: Db | Tx, row: Stored): TaskRow {
  const fields =
    row.fields === null
      ? undefined
      : (vault.open({ table: "tasks", row: row.id }, row.fields) as Record<string, string>);
  return { ...row, fields };
}
