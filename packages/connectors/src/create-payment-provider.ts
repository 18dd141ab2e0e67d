import type { ConnectorDefinition, PaymentProvider } from "@guildhall/contract";
import { ConnectorFault } from "./connector-fault.ts";
import { createGovukPay, PayCredentials } from "./govuk-pay/provider.ts";
import type { GuardedRequest } from "./http/guard.ts";

/** Whether a connector is where citizens pay, not a back office. */
export function takesPayments({ kind }: Pick<ConnectorDefinition, "kind">): boolean {
  return kind === "govuk-pay";
}

/**
 * Make the payment provider of a connector whose address is resolved.
 *
 * @throws ConnectorFault `not-a-payment-provider`, `credentials-invalid`
 */
export function createPaymentProvider(
  definition: ConnectorDefinition,
  credentials: Readonly<Record<string, string>>,
  { request }: { request: GuardedRequest },
): PaymentProvider {
  if (!takesPayments(definition)) throw new ConnectorFault("not-a-payment-provider");
  const read = PayCredentials.safeParse(credentials);
  if (!read.success) throw new ConnectorFault("credentials-invalid");
  return createGovukPay(definition.address, read.data, request);
}
