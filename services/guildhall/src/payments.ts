import { createPaymentDesk, type PaymentDesk } from "@guildhall/domain";
import {
  type ConnectorOptions,
  createProviders,
  type Errand,
  paymentErrand,
} from "@guildhall/worker";

export interface PaymentOptions {
  readonly outside: ConnectorOptions;
  /** Told of a tenant that has a payment to look at, sooner than was known. */
  readonly onNews: (tenant: string) => void;
  readonly onError: (error: unknown) => void;
}

/** The desk where the API has payments taken, and what sees to those whose citizens have left. */
export function createPayments({ outside, onNews, onError }: PaymentOptions): {
  desk: PaymentDesk;
  errand: Errand;
} {
  const desk = createPaymentDesk({ providerFor: createProviders(outside), onNews });
  return { desk, errand: paymentErrand({ look: desk.look, onError }) };
}
