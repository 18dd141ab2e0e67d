import { type Call, type CallQuery, Problem } from "@guildhall/contract";
import { type CallRow, listCalls as listRows } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { outcomeOf } from "./log.ts";
import { namesOf } from "./names.ts";
import { onlyCaller } from "./own.ts";

/**
 * List who called what, newest first. A vendor or partner sees its own calls, whatever it asks for.
 *
 * @throws Problem `request-invalid` (a cursor that is none)
 */
export async function listCalls(
  ctx: Context,
  { limit, cursor, caller, status, outcome, route, since, until }: CallQuery,
): Promise<{ data: Call[]; nextCursor?: string }> {
  requireScope(ctx, "calls:read");
  const statuses = meeting(outcome && ofOutcome[outcome], exactly(status));
  const { rows, next } = await listRows(ctx.db, {
    limit,
    before: placeOf(cursor),
    caller: onlyCaller(ctx) ?? caller,
    route,
    status: statuses,
    since: since === undefined ? undefined : Date.parse(since),
    until: until === undefined ? undefined : Date.parse(until),
  });
  const names = await namesOf(ctx, rows);
  const data = rows.map((row) => present(row, names.get(row.caller)));
  return next === undefined ? { data } : { data, nextCursor: String(next) };
}

interface Statuses {
  readonly from: number;
  readonly below: number;
}

const ofOutcome = {
  ok: { from: 100, below: 400 },
  refused: { from: 400, below: 500 },
  failed: { from: 500, below: 600 },
} as const satisfies Record<string, Statuses>;

function exactly(status: number | undefined): Statuses | undefined {
  return status === undefined ? undefined : { from: status, below: status + 1 };
}

function meeting(one: Statuses | undefined, other: Statuses | undefined): Statuses | undefined {
  if (!one || !other) return one ?? other;
  return { from: Math.max(one.from, other.from), below: Math.min(one.below, other.below) };
}

function placeOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new Problem("request-invalid", {
    faults: [{ pointer: "/cursor", code: "invalid-format" }],
  });
}

function present(row: CallRow, name: string | undefined): Call {
  const { seq, at, callerKind, caller, method, route, status, code, durationMs, requestId } = row;
  return {
    id: String(seq),
    at: new Date(at).toISOString(),
    caller: { kind: callerKind, id: caller, ...(name === undefined ? {} : { name }) },
    method,
    route,
    status,
    outcome: outcomeOf(status),
    ...(code === null ? {} : { code }),
    durationMs,
    requestId,
  };
}
