import type { SendOutcome, Ticket } from "@guildhall/contract";
import {
  beginAttempt,
  findProcess,
  type Settlement,
  settleAttempt,
  transact,
} from "@guildhall/store";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { talkedOf } from "../process/talked-of.ts";
import { retryDelayMs } from "../retry.ts";
import { tell } from "../tell.ts";
import type { LoadedMessage } from "./load.ts";

/** Count an attempt and freeze the message, before anything is sent; undefined when the claim is no longer ours. */
export async function beginMessage<T>(
  ctx: Context,
  ticket: Ticket,
  message: T | undefined,
): Promise<{ attempt: number; message: T } | undefined> {
  const begun = await transact(ctx.db, (tx) => beginAttempt(tx, ticket, message));
  // What is frozen under a message's row is a message: nothing else is written there.
  return begun && { attempt: begun.attempts, message: begun.body as T };
}

/** Settle a message with what the sender answered; return when it is due again, if it is. What may have been sent is held for a person, never repeated. */
export async function settleMessage(
  ctx: Context,
  { row }: LoadedMessage,
  answer: { outcome: SendOutcome; attempt: number },
): Promise<number | undefined> {
  const settlement = settlementOf(ctx, row.giveUpAt, answer);
  if (settlement.state !== "accepted" && settlement.state !== "pending") {
    await holdMessage(ctx, row, settlement);
    return undefined;
  }
  await transact(ctx.db, (tx) => settleAttempt(tx, row, settlement));
  return settlement.state === "pending" ? settlement.nextAt : undefined;
}

/** Put a message into a person's hands before anything is sent, with the code of what is wrong. */
export async function refuseMessage(
  ctx: Context,
  { row }: LoadedMessage,
  code: string,
): Promise<void> {
  await holdMessage(ctx, row, { state: "held", nextAt: ctx.now(), lastCode: code });
}

async function holdMessage(
  ctx: Context,
  row: LoadedMessage["row"],
  settlement: Settlement,
): Promise<void> {
  const found = await findProcess(ctx.db, row.process);
  const process = found && (await talkedOf(ctx, found));
  await change(ctx, async (unit) => {
    if (!(await settleAttempt(unit.tx, row, settlement)) || !process) return;
    await tell(unit, {
      type: "message.held",
      process,
      subject: row.id,
      data: { code: settlement.lastCode },
    });
  });
}

function settlementOf(
  ctx: Context,
  giveUpAt: number,
  { outcome, attempt }: { outcome: SendOutcome; attempt: number },
): Settlement {
  const now = ctx.now();
  if (outcome.outcome === "sent")
    return { state: "accepted", nextAt: now, reference: outcome.reference, settledAt: now };
  const lastCode = outcome.code;
  if (outcome.outcome === "refused")
    return { state: "refused", nextAt: now, lastCode, settledAt: now };
  if (outcome.outcome === "ambiguous") return { state: "held", nextAt: now, lastCode };
  const nextAt = now + retryDelayMs(attempt, Math.random());
  return nextAt > giveUpAt
    ? { state: "dead", nextAt, lastCode, settledAt: now }
    : { state: "pending", nextAt, lastCode };
}
