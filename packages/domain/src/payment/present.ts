import type { Payment } from "@guildhall/contract";
import type { PaymentRow } from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Context } from "../context.ts";

/** Show a payment as the API does; where to pay is only for those who may. */
export function presentPayment(ctx: Context, row: PaymentRow, service: CompiledService): Payment {
  return {
    id: row.id,
    process: row.process,
    title: titleOf(row, service),
    status: row.status,
    amountPence: row.amount,
    createdAt: new Date(row.createdAt).toISOString(),
    ...(row.endedAt === null ? {} : { endedAt: new Date(row.endedAt).toISOString() }),
    ...(row.reference === null ? {} : { reference: row.reference }),
    ...(row.nextUrl === undefined || !mayPay(ctx, row.process) ? {} : { nextUrl: row.nextUrl }),
  };
}

/** What a payment is for, in the words of the version that its process began with. */
export function titleOf(
  { step }: Pick<PaymentRow, "step">,
  { definition }: CompiledService,
): string {
  const found = definition.steps.find(({ id }) => id === step);
  return found?.kind === "payment" ? found.title : definition.title;
}

/** A process's own citizen may pay for it, and so may whoever may start processes. */
export function mayPay({ only, scopes }: Context, process: string): boolean {
  if (only?.grant !== undefined) return false;
  return only === undefined ? scopes.has("processes:write") : only.process === process;
}
