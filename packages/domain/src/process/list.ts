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
  /** In the words of the form, where its service asks for one of a list. */
  readonly ward?: string | undefined;
  /** Open, and past the day that an answer was promised by. */
  readonly late?: boolean | undefined;
  readonly receivedSince?: string | undefined;
  readonly receivedUntil?: string | undefined;
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
  { db, now }: Context,
  { limit, cursor, service, status, ward, late, receivedSince, ...query }: ProcessQuery,
) {
  const { receivedUntil, updatedSince } = query;
  const filter = {
    limit,
    services: service,
    status,
    ward,
    lateAt: late ? now() : undefined,
    receivedSince: receivedSince === undefined ? undefined : idAround(receivedSince, -1000),
    receivedUntil: receivedUntil === undefined ? undefined : idAround(receivedUntil, 1000),
  };
  if (updatedSince === undefined) return listRows(db, { ...filter, before: cursor });
  const since = Date.parse(updatedSince);
  return listUpdatedProcesses(db, { ...filter, updatedSince: since, after: placeIn(cursor) });
}

/** A moment, and the id of about then: an id is given a little before or after what it is of is received. */
function idAround(moment: string, slackMs: number): { at: number; id: string } {
  const at = Date.parse(moment);
  return { at, id: firstIdAt("prc", at + slackMs) };
}

/** Processes by their last update go on after the place of an event. */
export function placeIn(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new Problem("request-invalid", {
    faults: [{ pointer: "/cursor", code: "invalid-format" }],
  });
}
