import type { SendOutcome, Ticket } from "@guildhall/contract";
import {
  appendEvent,
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

/**
 * Count an attempt, before anything is sent; undefined when the claim is no longer ours.
 *
 * The message comes back once it is frozen: from then on every attempt sends the same.
 */
export async function beginMessage<T>(
  ctx: Context,
  ticket: Ticket,
): Promise<{ attempt: number; frozen: T | undefined } | undefined> {
  const begun = await transact(ctx.db, (tx) => beginAttempt(tx, ticket, undefined));
  // What is frozen under a message's row is a message: nothing else is written there.
  return begun && { attempt: begun.attempts, frozen: begun.body as T | undefined };
}

/** How an attempt ended, and what it sent. */
export interface AnsweredMessage {
  readonly outcome: SendOutcome;
  readonly attempt: number;
  readonly message: unknown;
}

/**
 * Settle a message with what the sender answered; return when it is due again, if it is.
 *
 * What may have been sent is held for a person, never repeated. A message that was sent is not kept: it could be
 * written again, and is as large as all else of its process together.
 */
export async function settleMessage(
  ctx: Context,
  { row }: LoadedMessage,
  answer: AnsweredMessage,
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
    if (!(await settleAttempt(unit.tx, row, settlement))) return;
    const held = {
      type: "message.held",
      subject: row.id,
      data: { code: settlement.lastCode },
    } as const;
    if (process) await tell(unit, { ...held, process });
    else await appendEvent(unit.tx, { ...held, actor: ctx.actor, at: ctx.now() });
  });
}

function settlementOf(
  ctx: Context,
  giveUpAt: number,
  { outcome, attempt, message: body }: AnsweredMessage,
): Settlement {
  const now = ctx.now();
  if (outcome.outcome === "sent")
    return {
      state: "accepted",
      nextAt: now,
      reference: outcome.reference,
      settledAt: now,
      forget: true,
    };
  const lastCode = outcome.code;
  if (outcome.outcome === "refused")
    return { state: "refused", nextAt: now, lastCode, settledAt: now, body };
  if (outcome.outcome === "ambiguous") return { state: "held", nextAt: now, lastCode, body };
  const nextAt = now + retryDelayMs(attempt, Math.random());
  return nextAt > giveUpAt
    ? { state: "dead", nextAt, lastCode, settledAt: now, body }
    : { state: "pending", nextAt, lastCode, body };
}
