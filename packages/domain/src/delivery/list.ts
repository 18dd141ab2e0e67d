import { type Delivery, type DeliveryState, Problem } from "@guildhall/contract";
import { type EventRow, findOutbox, listEvents, listOwed, type OutboxRow } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { timeOfId } from "../ids.ts";
import { instant } from "../process/present.ts";
import { reachProcess } from "../process/reach.ts";

export interface DeliveryQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly state?: readonly DeliveryState[] | undefined;
  readonly connector?: string | undefined;
  readonly process?: string | undefined;
}

/** List what is or was owed to back offices, newest first; a token for one process lists nothing. */
export async function listDeliveries(
  ctx: Context,
  { limit, cursor, state, connector, process }: DeliveryQuery,
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
  });
  const data = await Promise.all(rows.map((row) => presentDelivery(ctx, row)));
  return next === undefined ? { data } : { data, nextCursor: next };
}

/**
 * See one delivery.
 *
 * @throws Problem `not-found`
 */
export async function getDelivery(ctx: Context, id: string): Promise<Delivery> {
  requireScope(ctx, "deliveries:read");
  return presentDelivery(ctx, await reachDelivery(ctx, id));
}

/** Find a delivery of a process that the actor may see. */
export async function reachDelivery(ctx: Context, id: string): Promise<OutboxRow> {
  const row = await findOutbox(ctx.db, id);
  if (row?.kind !== "delivery") throw new Problem("not-found");
  await reachProcess(ctx, row.process);
  return row;
}

export async function presentDelivery(ctx: Context, row: OutboxRow): Promise<Delivery> {
  const faults = stopped.has(row.state) ? await faultsOf(ctx, row) : [];
  return {
    id: row.id,
    process: row.process,
    connector: row.destination,
    mapping: row.purpose,
    state: row.state,
    attempts: row.attempts,
    createdAt: instant(timeOfId(row.id)),
    ...(row.state === "pending" ? { nextAt: instant(row.nextAt) } : {}),
    ...(row.settledAt === null ? {} : { settledAt: instant(row.settledAt) }),
    ...(row.reference === null ? {} : { reference: row.reference }),
    ...(row.lastCode === null ? {} : { lastCode: row.lastCode }),
    ...(faults.length === 0 ? {} : { faults }),
  };
}

const stopped: ReadonlySet<DeliveryState> = new Set(["refused", "held", "dead"]);

/** What was wrong with its rows when it was last left to a person; the event that told of it says so. */
async function faultsOf({ db }: Context, { id, process }: OutboxRow) {
  const events = await listEvents(db, process);
  const last = events.findLast((event) => event.subject === id && tellsOfFaults(event));
  // Written by `settleDelivery`, in this shape.
  const { faults = [] } = JSON.parse(last?.data ?? "{}") as Pick<Delivery, "faults">;
  return faults;
}

function tellsOfFaults({ type }: EventRow): boolean {
  return type === "delivery.held" || type === "delivery.refused";
}
