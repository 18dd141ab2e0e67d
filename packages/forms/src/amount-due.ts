import type { Answers, Charge } from "@guildhall/contract";
import type { CompiledForm } from "./compiled.ts";
import { conditions } from "./walk.ts";

/** Tell what a charge comes to, in pence, for these answers; 0 where there is nothing to pay. */
export function amountDue(
  form: CompiledForm,
  answers: Answers,
  { when, amount }: Pick<Charge, "when" | "amount">,
): number {
  if (when !== undefined && conditions(form, answers)[when] !== true) return 0;
  if (typeof amount === "number") return amount;
  const chosen = answers[amount.answer];
  const known = typeof chosen === "string" && Object.hasOwn(amount.pence, chosen);
  return known ? (amount.pence[chosen] ?? 0) : 0;
}

/** An amount as people write it: `£65.00`. */
export function pounds(pence: number): string {
  return sterling.format(pence / 100);
}

const sterling = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });
