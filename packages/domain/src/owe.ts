import { insertOutbox, laneOf, type NewOutboxRow, type OutboxRow } from "@guildhall/store";
import type { Unit } from "./change.ts";
import { giveUpAfterMs as threeDaysMs } from "./retry.ts";

/** A thing to be owed from now on. */
export type Owing = Pick<
  NewOutboxRow,
  "kind" | "purpose" | "destination" | "process" | "event" | "operation" | "subject"
> & {
  /** After how long it is of no more use. */
  readonly giveUpAfterMs?: number;
};

/** Write down what is owed to the outside, from within the change that it arises from; it is handed over after that. */
export async function owe(
  { ctx, tx, leaseUntil, tickets }: Unit,
  { giveUpAfterMs = threeDaysMs, ...owed }: Owing,
): Promise<OutboxRow> {
  const id = ctx.ids.id("out");
  const now = ctx.now();
  const row = { id, ...owed, nextAt: now, giveUpAt: now + giveUpAfterMs };
  await insertOutbox(tx, { ...row, leaseUntil });
  const isOurs = leaseUntil !== undefined;
  if (isOurs) tickets.push({ tenant: ctx.tenant.id, id, generation: 1, kind: owed.kind });
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
  };
}
