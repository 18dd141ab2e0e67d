import { createPaymentDesk, type PaymentDesk } from "@guildhall/domain";
import {
  type ConnectorOptions,
  createProviders,
  PaymentWatch,
  type PaymentWatchOptions,
} from "@guildhall/worker";

export interface PaymentOptions extends Pick<PaymentWatchOptions, "groundFor" | "onError"> {
  readonly outside: ConnectorOptions;
}

/** The desk where the API has payments taken, and the watch that sees to those whose citizens have left. */
export function createPayments({ outside, groundFor, onError }: PaymentOptions): {
  desk: PaymentDesk;
  watch: PaymentWatch;
} {
  const desk = createPaymentDesk({
    providerFor: createProviders(outside),
    onNews: (tenant) => watch.wake(tenant),
  });
  const watch = new PaymentWatch({ groundFor, look: desk.look, now: Date.now, onError });
  return { desk, watch };
}
