import { Problem, type Process, type ProcessStatus } from "@guildhall/contract";
import { listProcesses as listRows, listUpdatedProcesses } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { firstIdAt } from "../ids.ts";
import { presentProcesses } from "./present.ts";

export interface ProcessQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly service?: readonly string[] | undefined;
  readonly status?: ProcessStatus | undefined;
  readonly receivedSince?: string | undefined;
  readonly updatedSince?: string | undefined;
}

/**
 * List processes: newest first, or, of those updated since, by the last thing that happened to them.
 *
 * A token for one process lists nothing.
 *
 * @throws Problem `request-invalid` (a cursor of another list)
 */
export async function listProcesses(
  ctx: Context,
  query: ProcessQuery,
): Promise<{ data: Process[]; nextCursor?: string }> {
  requireScope(ctx, "processes:read");
  if (ctx.only) throw new Problem("scope-missing");
  const { rows, next } = await rowsOf(ctx, query);
  const data = await presentProcesses(ctx, rows);
  return next === undefined ? { data } : { data, nextCursor: next };
}

function rowsOf(
  { db }: Context,
  { limit, cursor, service, status, receivedSince, updatedSince }: ProcessQuery,
) {
  const received = receivedSince === undefined ? undefined : Date.parse(receivedSince);
  const filter = {
    limit,
    services: service,
    status,
    receivedSince:
      received === undefined ? undefined : { at: received, id: firstIdAt("prc", received - 1000) },
  };
  if (updatedSince === undefined) return listRows(db, { ...filter, before: cursor });
  const since = Date.parse(updatedSince);
  return listUpdatedProcesses(db, { ...filter, updatedSince: since, after: placeIn(cursor) });
}

/** Processes by their last update go on after the place of an event. */
export function placeIn(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new Problem("request-invalid", {
    faults: [{ pointer: "/cursor", code: "invalid-format" }],
  });
}
