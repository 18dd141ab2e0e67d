import type { Payment, PaymentAnswer, SeenPayment } from "@guildhall/contract";
import { type Run, resume } from "@guildhall/process";
import {
  cancelTasks,
  findPayment,
  findProcess,
  findProcessWithAnswers,
  movePayment,
  type PaymentRow,
} from "@guildhall/store";
import { change, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { reachOf } from "../message/channel.ts";
import { goOnWith } from "../process/go-on.ts";
import { factsOf } from "../process/run.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";
import { presentPayment, titleOf } from "./present.ts";
import { promiseAnswer } from "./promise.ts";
import { before, isUnderWay } from "./states.ts";
import { lookAfterMs, remindAfterMs } from "./terms.ts";

/**
 * Settle a payment with what its provider answered, and return it as it is then.
 *
 * Once it is paid, what waited for it begins in this same transaction: there is no moment at which a paid process
 * could be forgotten. News that came before, or is overtaken, changes nothing.
 */
export async function settlePayment(
  ctx: Context,
  id: string,
  answer: PaymentAnswer,
): Promise<Payment> {
  requireScope(ctx, "processes:write");
  const payment = await existing(findPayment(ctx.db, id));
  const row = await existing(findProcessWithAnswers(ctx.db, payment.process));
  const service = await ctx.catalogue.version(row.service, row.version);
  const process = { id: row.id, service, ...reachOf(row) };
  const next = resume(service.definition, payment.step, factsOf(service, row.answers));
  const settled = await change(ctx, async (unit) => {
    const now = await existing(findPayment(unit.tx, id));
    return (await apply(unit, { process, payment: now, next }, answer)) ?? now;
  });
  return presentPayment(ctx, settled, service);
}

interface Settling {
  readonly process: TalkedOf;
  readonly payment: PaymentRow;
  /** What begins once it is paid. */
  readonly next: Run;
}

function apply(unit: Unit, settling: Settling, answer: PaymentAnswer) {
  if (answer.outcome === "conflict") return fail(unit, settling, answer.code);
  if (answer.outcome !== "seen") return putOff(unit, settling.payment, answer.code);
  if (answer.payment.amountPence !== settling.payment.amount)
    return putOff(unit, settling.payment, "amount-differs");
  return takeIn(unit, settling, answer.payment);
}

/** Keep why it is not known what became of a payment, and when to ask again. */
async function putOff(
  { ctx, tx }: Unit,
  { id, createdAt, reference, lookAt }: PaymentRow,
  lastCode: string,
): Promise<PaymentRow | undefined> {
  const now = ctx.now();
  const next = reference === null ? lookAt : now + lookAfterMs(now - createdAt);
  return movePayment(tx, id, before("paid"), { lastCode, lookAt: next });
}

/** Give up a payment that the provider made at an earlier attempt: its citizen was never sent there. */
async function fail(
  unit: Unit,
  settling: Settling,
  lastCode: string,
): Promise<PaymentRow | undefined> {
  const { payment } = settling;
  const endedAt = unit.ctx.now();
  const lookAt = chaseAt(payment, endedAt);
  const moved = await movePayment(unit.tx, payment.id, ["new"], {
    status: "failed",
    lastCode,
    endedAt,
    lookAt,
  });
  if (moved) await tellUnpaid(unit, settling, "failed");
  return moved;
}

async function takeIn(
  unit: Unit,
  settling: Settling,
  seen: SeenPayment,
): Promise<PaymentRow | undefined> {
  const { payment } = settling;
  const now = unit.ctx.now();
  const open = isUnderWay(seen);
  const moved = await movePayment(unit.tx, payment.id, before(seen.status), {
    status: seen.status,
    reference: seen.reference,
    nextUrl: seen.nextUrl ?? null,
    lastCode: seen.code ?? null,
    ...(open ? {} : { endedAt: now }),
    lookAt: lookAtFor(payment, { open, paid: seen.status === "paid", now }),
  });
  if (!moved || open) return moved;
  if (seen.status === "paid") await goOn(unit, settling, moved);
  else await tellUnpaid(unit, settling, seen.status);
  return moved;
}

function lookAtFor(
  payment: PaymentRow,
  { open, paid, now }: { open: boolean; paid: boolean; now: number },
): number | null {
  if (open) return now + lookAfterMs(now - payment.createdAt);
  return paid ? null : chaseAt(payment, now);
}

/** When somebody should look whether its citizen has left. */
function chaseAt({ createdAt }: PaymentRow, now: number): number {
  return Math.max(createdAt + remindAfterMs, now);
}

/**
 * Begin what waited for the payment. A process that ended meanwhile, or went on without, stays so, and the event says
 * that money came late.
 */
async function goOn(unit: Unit, { process, next }: Settling, paid: PaymentRow): Promise<void> {
  const row = await findProcess(unit.tx, process.id);
  const late = row?.status !== "open" || paid.waived;
  const { amount, reference } = paid;
  const title = titleOf(paid, process.service);
  const data = { amountPence: amount, title, reference, ...(late ? { late } : {}) };
  const telling = { type: "payment.paid", process, subject: paid.id, data, quiet: late } as const;
  if (late) {
    await tell(unit, telling);
    return;
  }
  // Whoever was asked whether to go on without it need not decide any more.
  await cancelTasks(unit.tx, { process: process.id, step: paid.step }, unit.ctx.now());
  const owed = await goOnWith(unit, next, telling);
  if (!owed) await promiseAnswer(unit, process);
}

async function tellUnpaid(
  unit: Unit,
  { process, payment }: Settling,
  status: Payment["status"],
): Promise<void> {
  const data = { status, amountPence: payment.amount };
  await tell(unit, { type: "payment.unpaid", process, subject: payment.id, data });
}

async function existing<T>(found: Promise<T | undefined>): Promise<T> {
  const row = await found;
  if (row === undefined) throw new Error("A payment, or its process, is gone");
  return row;
}
