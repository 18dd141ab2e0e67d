import type { StepOf } from "@guildhall/process";
import { insertPayment, type PaymentRow } from "@guildhall/store";
import type { Unit } from "../change.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";
import { remindAfterMs } from "./terms.ts";

/** What is to be paid, for which step, and whether it was tried before. */
export interface Owing {
  readonly step: Pick<StepOf<"payment">, "id" | "connector" | "title">;
  readonly amount: number;
  readonly again?: boolean;
}

/** Write down what a citizen has to pay, and tell of it; the provider knows nothing of it yet. */
export async function owePayment(
  unit: Unit,
  process: TalkedOf,
  { step, amount, again }: Owing,
): Promise<PaymentRow> {
  const { ctx, tx } = unit;
  const now = ctx.now();
  const row = await insertPayment(tx, {
    id: ctx.ids.id("pay"),
    process: process.id,
    step: step.id,
    connector: step.connector,
    amount,
    createdAt: now,
    lookAt: now + remindAfterMs,
  });
  const data = { amountPence: amount, title: step.title, ...(again ? { again } : {}) };
  await tell(unit, { type: "payment.due", process, subject: row.id, data });
  return row;
}
