import type { Otherwise, SendOutcome, Ticket } from "@guildhall/contract";
import {
  appendEvent,
  beginAttempt,
  type OutboxRow,
  type Settlement,
  settleAttempt,
  transact,
} from "@guildhall/store";
import { raiseUnsent } from "../alarm/unsent.ts";
import { change, type Unit } from "../change.ts";
import type { Context } from "../context.ts";
import { askTeam, otherwiseOf } from "../delivery/otherwise.ts";
import { whoseDelivery } from "../delivery/whose.ts";
import { retryDelayMs } from "../retry.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";
import { applyReceipt } from "./apply-receipt.ts";
import type { LoadedMessage } from "./load.ts";
import { readerGone } from "./reader-gone.ts";

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
  const isSent = settlement.state === "accepted";
  const process = isSent ? await whoseDelivery(ctx, row) : undefined;
  await change(ctx, async (unit) => {
    const isOurs = await settleAttempt(unit.tx, row, settlement);
    if (isOurs && isSent) await applyReceipt(unit, row.id, process);
  });
  return settlement.state === "pending" ? settlement.nextAt : undefined;
}

/**
 * Put a message into a person's hands before anything is sent, with the code of what is wrong.
 *
 * A letter whose reader is gone is nobody's to mend: it ends, and is forgotten.
 */
export async function refuseMessage(
  ctx: Context,
  { row }: Pick<LoadedMessage, "row">,
  code: string,
): Promise<void> {
  const now = ctx.now();
  const settlement = { nextAt: now, lastCode: code } as const;
  if (code === readerGone) {
    const ended = { ...settlement, state: "handled", settledAt: now, forget: true } as const;
    await transact(ctx.db, (tx) => settleAttempt(tx, row, ended));
    return;
  }
  const isPoison = code === "poison";
  const state = isPoison
    ? ({ state: "dead", settledAt: now } as const)
    : ({ state: "held" } as const);
  await holdMessage(ctx, row, { ...settlement, ...state });
}

/**
 * Leave a message to a person: the trail says so and somebody is called, also where its process cannot be read any more.
 *
 * Where the step that it is of goes on without it, it ends; where a team is to see to it, they get a task in place of the
 * call. What its carrier has said of it meanwhile ends the doubt, and nobody is called for that.
 */
async function holdMessage(
  ctx: Context,
  row: LoadedMessage["row"],
  settlement: Settlement,
): Promise<void> {
  const process = await whoseDelivery(ctx, row);
  const otherwise = otherwiseOf(row, process);
  const isLetGo = otherwise?.action === "go-on";
  const settled = isLetGo ? letGo(ctx, settlement) : settlement;
  await change(ctx, async (unit) => {
    if (!(await settleAttempt(unit.tx, row, settled)) || isLetGo) return;
    if (await applyReceipt(unit, row.id, process)) return;
    const held = {
      type: "message.held",
      subject: row.id,
      data: { code: settled.lastCode },
    } as const;
    if (process) await tell(unit, { ...held, process });
    else await appendEvent(unit.tx, { ...held, actor: ctx.actor, at: ctx.now() });
    await call(unit, { row: { ...row, lastCode: settled.lastCode ?? null }, process, otherwise });
  });
}

/** Have somebody see to a message: the team that its service names, else whoever is called. */
async function call(
  unit: Unit,
  {
    row,
    process,
    otherwise,
  }: { row: OutboxRow; process: TalkedOf | undefined; otherwise: Otherwise | undefined },
): Promise<void> {
  if (process && otherwise?.action === "task")
    await askTeam(unit, process, otherwise, "Tell the person: a message could not be sent");
  else await raiseUnsent(unit, row);
}

/** A message that nobody waits for ends, and is forgotten. */
function letGo({ now }: Context, { nextAt, lastCode }: Settlement): Settlement {
  const settledAt = now();
  return { state: "handled", nextAt, ...(lastCode ? { lastCode } : {}), settledAt, forget: true };
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
