import type { CallCount, CallCountQuery } from "@guildhall/contract";
import { type CallCountRow, sumCalls } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { namesOf } from "./names.ts";
import { onlyCaller } from "./own.ts";

const dayMs = 86_400_000;

/** Count calls by day and caller, the oldest day first. A vendor or partner sees its own, whatever it asks for. */
export async function countCalls(
  ctx: Context,
  { days, caller, route }: CallCountQuery,
): Promise<{ data: CallCount[] }> {
  requireScope(ctx, "calls:read");
  const rows = await sumCalls(ctx.db, {
    fromDay: Math.floor(ctx.now() / dayMs) - days + 1,
    caller: onlyCaller(ctx) ?? caller,
    route,
  });
  const names = await namesOf(ctx, rows);
  const counts = new Map<string, CallCount>();
  for (const row of rows) {
    const place = `${row.day} ${row.callerKind} ${row.caller}`;
    const before = counts.get(place) ?? none(row, names.get(row.caller));
    counts.set(place, { ...before, [row.outcome]: row.count });
  }
  return { data: [...counts.values()] };
}

function none(
  { day, callerKind: kind, caller: id }: Omit<CallCountRow, "route">,
  name: string | undefined,
): CallCount {
  return {
    day: new Date(day * dayMs).toISOString().slice(0, 10),
    caller: { kind, ...(id === "" ? {} : { id }), ...(name === undefined ? {} : { name }) },
    ok: 0,
    refused: 0,
    failed: 0,
  };
}
