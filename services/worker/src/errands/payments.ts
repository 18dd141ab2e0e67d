import {
  asPlatform,
  type Context,
  duePayments,
  type Ground,
  putOffLook,
  whenNextLook,
} from "@guildhall/domain";
import type { PaymentRow } from "@guildhall/store";
import type { Errand } from "../round.ts";

export interface PaymentErrandOptions {
  look(ctx: Context, row: PaymentRow): Promise<unknown>;
  readonly onError: (error: unknown) => void;
}

const atOnce = 50;
const againMs = 60_000;

/** Sees to every payment whose time has come: a citizen may never return, and a webhook may never arrive. */
export function paymentErrand(options: PaymentErrandOptions): Errand {
  return {
    whenDue: (ground) => whenNextLook(asPlatform(ground)),
    run: (ground) => lookAtDue(ground, options),
    leastMs: 0,
    longestMs: 60 * 60_000,
  };
}

async function lookAtDue(ground: Ground, { look, onError }: PaymentErrandOptions): Promise<void> {
  const ctx = asPlatform(ground);
  for (const row of await duePayments(ctx, atOnce)) {
    try {
      await look(ctx, row);
    } catch (error) {
      onError(error);
      // One that cannot be looked at does not stand before the others for ever.
      await putOffLook(ctx, row, ctx.now() + againMs);
    }
  }
}
