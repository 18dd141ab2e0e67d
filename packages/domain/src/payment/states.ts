import { listPayments, type PaymentRow, type Tx } from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { TalkedOf } from "../telling.ts";

type Status = PaymentRow["status"];

/** In the order that they come in. */
const under: readonly Status[] = ["new", "created", "started", "submitted"];

/** Whether it is still to be seen what becomes of a payment. */
export function isUnderWay({ status }: Pick<PaymentRow, "status">): boolean {
  return under.includes(status);
}

/**
 * The states that a payment may be in for the news of `status` to be news.
 *
 * Nothing follows an end, and what was read earlier and arrives later takes nothing back.
 */
export function before(status: Status): readonly Status[] {
  const at = under.indexOf(status);
  return at < 0 ? under : under.slice(0, at + 1);
}

/** Whether the latest payment of a process keeps what comes after it waiting. */
export function isAwaited(latest: Pick<PaymentRow, "status" | "waived"> | undefined): boolean {
  return latest !== undefined && latest.status !== "paid" && !latest.waived;
}

/** Whether anything of a service is ever paid for. */
export function hasCharges({ definition }: CompiledService): boolean {
  return definition.steps.some(({ kind }) => kind === "payment");
}

/** Whether a process has steps that wait to be paid for. */
export async function isPaymentAwaited(tx: Tx, { id, service }: TalkedOf): Promise<boolean> {
  return hasCharges(service) && isAwaited((await listPayments(tx, [id])).at(-1));
}
