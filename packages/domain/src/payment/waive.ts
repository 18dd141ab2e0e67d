import { listPayments, movePayment } from "@guildhall/store";
import type { Unit } from "../change.ts";
import { goOnWith, runAfter } from "../process/go-on.ts";
import type { TalkedOf } from "../telling.ts";
import { promiseAnswer } from "./promise.ts";
import { isAwaited } from "./states.ts";

/** The states of a payment that nobody can pay now. */
export const unpaid = ["new", "failed", "cancelled", "expired"] as const;

/** Go on without a payment that nobody made; nothing happens where it is not waited for any more. */
export async function waivePayment(unit: Unit, process: TalkedOf, step: string): Promise<void> {
  const { tx } = unit;
  const latest = (await listPayments(tx, [process.id])).at(-1);
  if (!latest || latest.step !== step || !isAwaited(latest)) return;
  const moved = await movePayment(tx, latest.id, unpaid, { waived: true, lookAt: null });
  if (!moved) return;
  const run = await runAfter(unit, process, step);
  const data = { step, amountPence: latest.amount };
  const owed = await goOnWith(unit, run, {
    type: "payment.waived",
    process,
    subject: latest.id,
    data,
  });
  if (!owed) await promiseAnswer(unit, process);
}
