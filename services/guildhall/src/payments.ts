import { createPaymentDesk, type PaymentDesk } from "@guildhall/domain";
import {
  type ConnectorOptions,
  createProviders,
  PaymentWatch,
  type PaymentWatchOptions,
} from "@guildhall/worker";

export interface PaymentOptions extends Pick<PaymentWatchOptions, "groundFor" | "onError"> {
  readonly outside: ConnectorOptions;
  readonly publicUrl: string;
}

/** The desk where the API has payments taken, and the watch that sees to those whose citizens have left. */
export function createPayments({ outside, publicUrl, groundFor, onError }: PaymentOptions): {
  desk: PaymentDesk;
  watch: PaymentWatch;
} {
  const desk = createPaymentDesk({
    providerFor: createProviders(outside),
    publicUrl,
    onNews: (tenant) => watch.wake(tenant),
  });
  const watch = new PaymentWatch({ groundFor, look: desk.look, now: Date.now, onError });
  return { desk, watch };
}
