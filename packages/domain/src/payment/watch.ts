import {
  delayPaymentLook,
  findPayment,
  findProcess,
  hurryPayment,
  listDuePayments,
  listPayments,
  movePayment,
  nextPaymentLook,
  type PaymentRow,
  transact,
} from "@guildhall/store";
import { change, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { openTask } from "../process/run.ts";
import { talkedOf } from "../process/talked-of.ts";
import { finish } from "../task/finish.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";
import { titleOf } from "./present.ts";
import { closeAfterDays, closeAfterMs } from "./terms.ts";
import { unpaid, waivePayment } from "./waive.ts";

/** The payments that somebody should look at now. */
export async function duePayments(ctx: Context, limit: number): Promise<PaymentRow[]> {
  requireScope(ctx, "processes:write");
  return listDuePayments(ctx.db, ctx.now(), limit);
}

/** When the next payment should be looked at, if any should. */
export async function whenNextLook(ctx: Context): Promise<number | undefined> {
  requireScope(ctx, "processes:write");
  return nextPaymentLook(ctx.db);
}

/** Look at a payment later: what goes wrong with one must not keep the others from being seen to. */
export async function putOffLook(ctx: Context, { id }: PaymentRow, lookAt: number): Promise<void> {
  requireScope(ctx, "processes:write");
  await transact(ctx.db, (tx) => delayPaymentLook(tx, id, lookAt));
}

/** Have a payment looked at because its provider sent word of it; word of one that is not under way means nothing. */
export async function hasten(ctx: Context, connector: string, reference: string): Promise<void> {
  requireScope(ctx, "processes:write");
  await transact(ctx.db, (tx) => hurryPayment(tx, { connector, reference, at: ctx.now() }));
}

/**
 * See to a process that was not paid for: its citizen, who has left, is told once how to pay, and after some days
 * the process is closed and they are told that, unless its service goes on without or asks a team. Nothing happens to one that was paid for or ended meanwhile.
 */
export async function chasePayment(ctx: Context, { id, process: of }: PaymentRow): Promise<void> {
  requireScope(ctx, "processes:write");
  const found = await findProcess(ctx.db, of);
  if (!found) return;
  const process = await talkedOf(ctx, found);
  await change(ctx, async (unit) => {
    const payment = await findPayment(unit.tx, id);
    if (!payment || !unpaid.some((status) => status === payment.status)) return;
    if (!(await isWaitedFor(unit, payment))) return lookAgain(unit, payment, null);
    if (ctx.now() >= payment.createdAt + closeAfterMs) return giveUp(unit, process, payment);
    if (!payment.reminded) await remind(unit, process, payment);
    return lookAgain(unit, payment, payment.createdAt + closeAfterMs);
  });
}

async function isWaitedFor({ tx }: Unit, { id, process }: PaymentRow): Promise<boolean> {
  const row = await findProcess(tx, process);
  const latest = (await listPayments(tx, [process])).at(-1);
  return row?.status === "open" && latest?.id === id;
}

async function lookAgain({ tx }: Unit, { id }: PaymentRow, lookAt: number | null): Promise<void> {
  await movePayment(tx, id, unpaid, { lookAt });
}

async function remind(unit: Unit, process: TalkedOf, payment: PaymentRow): Promise<void> {
  await movePayment(unit.tx, payment.id, unpaid, { reminded: true });
  const data = { amountPence: payment.amount, title: titleOf(payment, process.service) };
  await tell(unit, { type: "payment.reminded", process, subject: payment.id, data });
}

/** Do what the service has done with what nobody paid for. */
async function giveUp(unit: Unit, process: TalkedOf, payment: PaymentRow): Promise<void> {
  const step = process.service.definition.steps.find(({ id }) => id === payment.step);
  const otherwise = step && "onFailure" in step ? step.onFailure : undefined;
  if (otherwise?.action === "go-on") return waivePayment(unit, process, payment.step);
  if (otherwise?.action !== "task") return close(unit, process, payment);
  await lookAgain(unit, payment, null);
  const {
    title = `Not paid: decide whether it goes on without “${titleOf(payment, process.service)}”`,
  } = otherwise;
  const task = await openTask(unit, process.id, { ...otherwise, id: payment.step, title });
  const data = { step: payment.step, task };
  await tell(unit, { type: "step.overdue", process, subject: process.id, data });
}

async function close(unit: Unit, process: TalkedOf, payment: PaymentRow): Promise<void> {
  await lookAgain(unit, payment, null);
  const stage = process.service.definition.stages.at(-1)?.id ?? "closed";
  const text = `It was not paid for within ${closeAfterDays} days, so we have closed it and will do nothing. No money was taken. If you still need it, start again.`;
  await finish(unit, process, { status: "closed", stage, text });
}
