import { Problem, type Task } from "@guildhall/contract";
import { listAllTasks as listRows } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { presentTask } from "./list.ts";

export interface TaskQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly state?: readonly Task["state"][] | undefined;
  readonly service?: readonly string[] | undefined;
  readonly team?: string | undefined;
  readonly process?: string | undefined;
  readonly dueBefore?: string | undefined;
  readonly updatedSince?: string | undefined;
}

/** List the tasks of all processes, newest first; a token for one process lists nothing. */
export async function listAllTasks(
  ctx: Context,
  { cursor, state, service, dueBefore, updatedSince, ...query }: TaskQuery,
): Promise<{ data: Task[]; nextCursor?: string }> {
  requireScope(ctx, "tasks:read");
  if (ctx.only) throw new Problem("scope-missing");
  const { rows, next } = await listRows(ctx.db, {
    ...query,
    before: cursor,
    states: state,
    services: service,
    dueBefore: moment(dueBefore),
    updatedSince: moment(updatedSince),
  });
  const data = rows.map(presentTask);
  return next === undefined ? { data } : { data, nextCursor: next };
}

function moment(at: string | undefined): number | undefined {
  return at === undefined ? undefined : Date.parse(at);
}
