import { type Delivery, type DeliveryState, Problem } from "@guildhall/contract";
import { findOutbox, listOwed, type OutboxRow } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { reachProcess } from "../process/reach.ts";
import { presentDelivery } from "./present.ts";

export interface DeliveryQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly state?: readonly DeliveryState[] | undefined;
  readonly connector?: string | undefined;
  readonly process?: string | undefined;
  readonly code?: string | undefined;
}

/** List what is or was owed to back offices, newest first; a token for one process lists nothing. */
export async function listDeliveries(
  ctx: Context,
  { limit, cursor, state, connector, process, code }: DeliveryQuery,
): Promise<{ data: Delivery[]; nextCursor?: string }> {
  requireScope(ctx, "deliveries:read");
  if (ctx.only) throw new Problem("scope-missing");
  const { rows, next } = await listOwed(ctx.db, {
    kind: "delivery",
    limit,
    before: cursor,
    states: state,
    destination: connector,
    process,
    code,
  });
  const data = await Promise.all(rows.map((row) => presentDelivery(ctx, row)));
  return next === undefined ? { data } : { data, nextCursor: next };
}

/** Find a delivery of a process that the actor may see. */
export async function reachDelivery(ctx: Context, id: string): Promise<OutboxRow> {
  const row = await findOutbox(ctx.db, id);
  if (row?.kind !== "delivery") throw new Problem("not-found");
  await reachProcess(ctx, row.process);
  return row;
}
