import { Problem, type Process, type ProcessStatus } from "@guildhall/contract";
import {
  findProcessByReference,
  findProcessesByReference,
  lastTold,
  type ProcessRow,
  searchProcesses as searchRows,
} from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { firstIdAt } from "../ids.ts";
import { instant, presentProcesses } from "./present.ts";
import { reachProcess } from "./reach.ts";

/** A process with the time at which its citizen was last told of something. */
export type FollowedProcess = Process & { readonly lastToldAt: string };

export interface ProcessSearchQuery {
  /** Of these, whatever else is asked. */
  readonly references?: readonly string[] | undefined;
  readonly services?: readonly string[] | undefined;
  readonly statuses?: readonly ProcessStatus[] | undefined;
  readonly from: number;
  readonly to: number;
  readonly limit: number;
}

/** Ids are given just before the moment that a process is received at, by a clock that may be put right between. */
const slackMs = 60_000;

/** Find processes by reference, or by when they were received, newest first; a token for one process finds none. */
export async function searchProcesses(
  ctx: Context,
  { references, ...search }: ProcessSearchQuery,
): Promise<FollowedProcess[]> {
  requireScope(ctx, "processes:read");
  if (ctx.only) throw new Problem("scope-missing");
  const firstId = firstIdAt("prc", search.from - slackMs);
  const endId = firstIdAt("prc", search.to + slackMs);
  const rows = references
    ? await findProcessesByReference(ctx.db, references)
    : await searchRows(ctx.db, { ...search, firstId, endId });
  return follow(ctx, rows.slice(0, search.limit));
}

/**
 * See how far the process with a public reference has got.
 *
 * @throws Problem `not-found`
 */
export async function getProcessByReference(
  ctx: Context,
  reference: string,
): Promise<FollowedProcess> {
  requireScope(ctx, "processes:read");
  const row = await findProcessByReference(ctx.db, reference);
  const [process] = row ? await follow(ctx, [await reachProcess(ctx, row.id)]) : [];
  if (!process) throw new Problem("not-found");
  return process;
}

/**
 * Find the id that a public reference stands for, to go on with a verb that asks for its own scope.
 *
 * Whether there is such a reference, tracking tells anyone.
 *
 * @throws Problem `not-found`
 */
export async function findProcessId(ctx: Context, reference: string): Promise<string> {
  const row = await findProcessByReference(ctx.db, reference);
  if (!row) throw new Problem("not-found");
  return (await reachProcess(ctx, row.id)).id;
}

async function follow(ctx: Context, rows: readonly ProcessRow[]): Promise<FollowedProcess[]> {
  const times = await lastTold(
    ctx.db,
    rows.map(({ id }) => id),
  );
  const processes = await presentProcesses(ctx, rows);
  return processes.map((process) => {
    const at = times.get(process.id);
    return { ...process, lastToldAt: at === undefined ? process.receivedAt : instant(at) };
  });
}
