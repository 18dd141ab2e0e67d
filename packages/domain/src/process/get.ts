import { Problem, type Process, type ProcessStatus } from "@guildhall/contract";
import { listProcesses as listRows } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { presentProcesses } from "./present.ts";
import { reachProcess } from "./reach.ts";

/**
 * See how far a process has got.
 *
 * @throws Problem `not-found`
 */
export async function getProcess(ctx: Context, id: string): Promise<Process> {
  requireScope(ctx, "processes:read");
  const [process] = await presentProcesses(ctx, [await reachProcess(ctx, id)]);
  if (!process) throw new Problem("not-found");
  return process;
}

export interface ProcessQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly service?: string | undefined;
  readonly status?: ProcessStatus | undefined;
}

/** List processes, newest first; a token for one process lists nothing. */
export async function listProcesses(
  ctx: Context,
  { limit, cursor, service, status }: ProcessQuery,
): Promise<{ data: Process[]; nextCursor?: string }> {
  requireScope(ctx, "processes:read");
  if (ctx.only) throw new Problem("scope-missing");
  const rows = await listRows(ctx.db, { limit: limit + 1, before: cursor, service, status });
  const data = await presentProcesses(ctx, rows.slice(0, limit));
  const last = data.at(-1);
  return rows.length > limit && last ? { data, nextCursor: last.id } : { data };
}
