import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { hot } from "./hot.ts";
import { tasks } from "./schema/tasks.ts";

type Stored = typeof tasks.$inferSelect;
export type TaskRow = Omit<Stored, "fields"> & { fields: Record<string, string> | undefined };
export type NewTaskRow = Pick<Stored, "id" | "process" | "step" | "title" | "team" | "dueAt">;

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
      state: "open",
    } as never)
    .prepare(),
);

export async function insertTask(tx: Tx, row: NewTaskRow): Promise<void> {
  await insertQuery(tx.writes).run({ ...row });
}

export async function findTask(db: Db | Tx, id: string): Promise<TaskRow | undefined> {
  const row = await db.reads.select().from(tasks).where(eq(tasks.id, id)).get();
  return row && open(db, row);
}

export async function listTasks(db: Db | Tx, process: string): Promise<TaskRow[]> {
  const rows = await db.reads
    .select()
    .from(tasks)
    .where(eq(tasks.process, process))
    .orderBy(asc(tasks.id))
    .all();
  return rows.map((row) => open(db, row));
}

/** Change a task that has not ended; undefined when it has. */
export async function moveTask(
  tx: Tx,
  id: string,
  to: Partial<Pick<Stored, "state" | "externalStatus" | "completedAt">> & {
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
  return row && open(tx, row);
}

/** Cancel what is still open when the process has ended. */
export async function cancelTasks(tx: Tx, process: string): Promise<void> {
  await tx.writes
    .update(tasks)
    .set({ state: "cancelled" })
    .where(and(eq(tasks.process, process), inArray(tasks.state, ["open", "in-progress"])))
    .run();
}

function open({ vault }: Db | Tx, row: Stored): TaskRow {
  const fields =
    row.fields === null
      ? undefined
      : (vault.open({ table: "tasks", row: row.id }, row.fields) as Record<string, string>);
  return { ...row, fields };
}
