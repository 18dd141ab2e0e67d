import { type PaymentOrder, Problem } from "@guildhall/contract";
import {
  findProcess,
  freezeOrder,
  listPayments,
  type PaymentRow,
  type ProcessRow,
} from "@guildhall/store";
import { change, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { reachOpenProcess } from "../process/reach.ts";
import { talkedOf } from "../process/talked-of.ts";
import type { TalkedOf } from "../telling.ts";
import { owePayment } from "./owe.ts";
import { mayPay } from "./present.ts";
import { isAwaited, isUnderWay } from "./states.ts";

/** A payment that may be made now, and what its provider is to be asked. */
export interface BegunPayment {
  readonly id: string;
  readonly connector: string;
  /** What to create, the same at every attempt; or what it is called there already. */
  readonly ask: { readonly order: PaymentOrder } | { readonly reference: string };
}

/** What a citizen comes back to, and in which language. */
export type Started = Pick<ProcessRow, "reference" | "language">;

/**
 * Begin to pay for a process, or go on with a payment that is under way; one that came to nothing is followed by
 * another. Two are never open at once, however often or how soon this is asked.
 *
 * @throws Problem `not-found`, `process-closed`, `payment-not-due`, `scope-missing`
 */
export async function beginPayment(
  ctx: Context,
  id: string,
  { returnUrl }: { returnUrl: (process: Started) => string },
): Promise<BegunPayment> {
  if (ctx.only === undefined) requireScope(ctx, "processes:write");
  const row = await reachOpenProcess(ctx, id);
  if (!mayPay(ctx, id)) throw new Problem("scope-missing");
  const process = await talkedOf(ctx, row);
  const { reference } = row;
  // What is remembered under the request's key is how it ends, not how it begins.
  return change({ ...ctx, request: undefined }, async (unit) => {
    const payment = await payable(unit, process);
    if (payment.reference !== null)
      return begun(payment, { ask: { reference: payment.reference } });
    const order = orderFor(payment, { process, reference, returnUrl: returnUrl(row) });
    const frozen = await freezeOrder(unit.tx, payment.id, order);
    return begun(payment, { ask: { order: frozen ?? order } });
  });
}

async function payable(unit: Unit, process: TalkedOf): Promise<PaymentRow> {
  const row = await findProcess(unit.tx, process.id);
  if (row?.status !== "open") throw new Problem("process-closed");
  const latest = (await listPayments(unit.tx, [process.id])).at(-1);
  if (!latest || !isAwaited(latest)) throw new Problem("payment-not-due");
  if (isUnderWay(latest)) return latest;
  const step = stepOf(latest, process);
  return owePayment(unit, process, { step, amount: latest.amount, again: true });
}

function stepOf({ step }: PaymentRow, { service }: TalkedOf) {
  const found = service.definition.steps.find(({ id }) => id === step);
  if (found?.kind !== "payment") throw new Error(`A payment of no step: ${step}`);
  return found;
}

function orderFor(
  payment: PaymentRow,
  at: { process: TalkedOf; reference: string; returnUrl: string },
): PaymentOrder {
  const { title, fundCode } = stepOf(payment, at.process);
  return {
    key: payment.id,
    amountPence: payment.amount,
    reference: at.reference,
    description: title,
    returnUrl: at.returnUrl,
    metadata: {
      payment: payment.id,
      service: at.process.service.definition.id,
      ...(fundCode === undefined ? {} : { fundCode }),
    },
  };
}

function begun({ id, connector }: PaymentRow, rest: Pick<BegunPayment, "ask">): BegunPayment {
  return { id, connector, ...rest };
}
