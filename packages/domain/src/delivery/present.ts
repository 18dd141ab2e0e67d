import type { Delivery, DeliveryState } from "@guildhall/contract";
import {
  type EventRow,
  findProcess,
  listEvents,
  type OutboxRow,
  stateOfOwed,
} from "@guildhall/store";
import type { Context } from "../context.ts";
import { timeOfId } from "../ids.ts";
import { instant } from "../process/present.ts";
import { wordsOfCode } from "./code-words.ts";

/** Show a delivery as the API does. */
export async function presentDelivery(ctx: Context, row: OutboxRow): Promise<Delivery> {
  const faults = stopped.has(row.state) ? await faultsOf(ctx, row) : [];
  const process = await findProcess(ctx.db, row.process);
  return {
    id: row.id,
    process: row.process,
    ...(process && { processReference: process.reference }),
    connector: row.destination,
    mapping: row.purpose,
    operation: row.operation,
    state: stateOfOwed(row),
    attempts: row.attempts,
    createdAt: instant(timeOfId(row.id)),
    ...(row.state === "pending" ? { nextAt: instant(row.nextAt) } : {}),
    ...(row.settledAt === null ? {} : { settledAt: instant(row.settledAt) }),
    ...(row.reference === null ? {} : { reference: row.reference }),
    ...codeIn(row),
    ...(row.writtenBy === null ? {} : { writtenBy: row.writtenBy }),
    ...(faults.length === 0 ? {} : { faults }),
  };
}

const stopped: ReadonlySet<DeliveryState> = new Set(["refused", "held", "dead"]);

function codeIn({ lastCode, state }: OutboxRow) {
  if (lastCode === null) return {};
  const { means, advice } = wordsOfCode(lastCode);
  // What has arrived or was dealt with asks nobody for anything.
  const isOver = state === "accepted" || state === "handled";
  return { lastCode, lastCodeText: means, ...(isOver ? {} : { advice }) };
}

/** What was wrong with its rows when it was last left to a person; the event that told of it says so. */
async function faultsOf({ db }: Context, { id, process }: OutboxRow) {
  const events = await listEvents(db, process);
  const last = events.findLast((event) => event.subject === id && tellsOfFaults(event));
  return faultsIn(last?.data);
}

/** The faults that an event of a delivery names. */
export function faultsIn(data: string | undefined): NonNullable<Delivery["faults"]> {
  // Written by `settleDelivery`, in this shape.
  const { faults = [] } = JSON.parse(data ?? "{}") as Pick<Delivery, "faults">;
  return faults;
}

function tellsOfFaults({ type }: EventRow): boolean {
  return type === "delivery.held" || type === "delivery.refused";
}
