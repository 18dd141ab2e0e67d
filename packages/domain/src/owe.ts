import {
  insertOutbox,
  isBehind,
  laneOf,
  type NewOutboxRow,
  type OutboxRow,
  passedOverMs,
} from "@guildhall/store";
import type { Unit } from "./change.ts";
import { giveUpAfterMs as threeDaysMs } from "./retry.ts";

/** A thing to be owed from now on. */
export type Owing = Pick<
  NewOutboxRow,
  "kind" | "purpose" | "destination" | "process" | "event" | "operation" | "subject" | "body"
> & {
  /** After how long it is of no more use. */
  readonly giveUpAfterMs?: number;
};

/**
 * Write down what is owed to the outside, from within the change that it arises from; it is handed over after that.
 *
 * A delivery of a case that another is on its way of waits for that one.
 */
export async function owe(
  unit: Unit,
  { giveUpAfterMs = threeDaysMs, body, ...owed }: Owing,
): Promise<OutboxRow> {
  const { ctx, tx } = unit;
  const now = ctx.now();
  const waits = owed.kind === "delivery" && (await isBehind(tx, owed));
  const id = ctx.ids.id("out");
  const nextAt = waits ? now + passedOverMs : now;
  const leaseUntil = waits ? undefined : reserve(unit, { id, kind: owed.kind, lane: laneOf(owed) });
  const row = { id, ...owed, nextAt, giveUpAt: now + giveUpAfterMs };
  await insertOutbox(tx, { ...row, leaseUntil, body });
  const isOurs = leaseUntil !== undefined;
  return {
    ...row,
    operation: owed.operation ?? "create",
    subject: owed.subject ?? null,
    lane: laneOf(owed),
    state: isOurs ? "queued" : "pending",
    generation: isOurs ? 1 : 0,
    attempts: 0,
    crashes: 0,
    leaseUntil: leaseUntil ?? 0,
    reference: null,
    lastCode: null,
    settledAt: null,
    writtenBy: null,
  };
}

/** Take a place for a row among those under way, or leave it for the relay. */
function reserve(
  { ctx, tickets, left }: Unit,
  { lane, ...row }: Pick<OutboxRow, "id" | "kind" | "lane">,
): number | undefined {
  const tenant = ctx.tenant.id;
  const leaseUntil = ctx.handover.reserve({ tenant, lane }, ctx.now());
  if (leaseUntil === undefined) left.add(lane);
  else tickets.push({ ...row, tenant, lane, generation: 1 });
  return leaseUntil;
}
