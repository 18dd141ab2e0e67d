import type { Task } from "@guildhall/contract";
import {
  type Db,
  findPeople,
  findProcesses,
  type PersonRow,
  type ProcessRow,
  type TaskRow,
  type Tx,
} from "@guildhall/store";
import type { Context } from "../context.ts";
import { instant } from "../process/present.ts";

/** Show one task as `presentTasks` does. */
export async function presentTask(ctx: Context, row: TaskRow, db: Db | Tx = ctx.db): Promise<Task> {
  const [task] = await presentTasks(ctx, [row], db);
  // One for each row.
  return task as Task;
}

/** Show tasks with what they are part of. Whose each is, the council's own staff see and nobody else. */
export async function presentTasks(
  ctx: Context,
  rows: readonly TaskRow[],
  db: Db | Tx = ctx.db,
): Promise<Task[]> {
  const processes = new Map(
    (await findProcesses(db, unique(rows, "process"))).map((one) => [one.id, one]),
  );
  const people = new Map(
    ctx.actor.kind === "staff"
      ? (await findPeople(db, unique(rows, "assignee"))).map((one) => [one.id, one])
      : [],
  );
  return Promise.all(
    rows.map(async (row) => ({
      ...present(row, people.get(row.assignee ?? "")),
      ...(await ofProcess(ctx, processes.get(row.process))),
    })),
  );
}

function unique(rows: readonly TaskRow[], key: "process" | "assignee"): string[] {
  return [...new Set(rows.map((row) => row[key]).filter((id) => id !== null))];
}

type OfProcess = Pick<Task, "reference" | "service" | "serviceTitle">;

async function ofProcess({ catalogue }: Context, row: ProcessRow | undefined): Promise<OfProcess> {
  // A task is never without its process.
  if (!row) throw new Error("A task has lost its process");
  const { definition } = await catalogue.version(row.service, row.version);
  return { reference: row.reference, service: row.service, serviceTitle: definition.title };
}

function present(row: TaskRow, assignee: PersonRow | undefined): Omit<Task, keyof OfProcess> {
  const { id, process, step, title, team, state, dueAt, externalStatus, completedAt, fields } = row;
  return {
    id,
    process,
    step,
    title,
    state,
    ...(team === null ? {} : { team }),
    ...(assignee ? { assignee: { id: assignee.id, name: assignee.name } } : {}),
    ...(dueAt === null ? {} : { dueAt: instant(dueAt) }),
    ...(externalStatus === null ? {} : { externalStatus }),
    ...(completedAt === null ? {} : { completedAt: instant(completedAt) }),
    updatedAt: instant(row.updatedAt),
    ...(fields === undefined ? {} : { fields }),
  };
}
