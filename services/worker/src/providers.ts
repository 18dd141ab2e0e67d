import {
  ConnectorFault,
  createPaymentProvider,
  type GuardedRequest,
  resolveAddress,
} from "@guildhall/connectors";
import type { PaymentProvider } from "@guildhall/contract";
import type { Context, ReadyProvider } from "@guildhall/domain";
import { type ConnectorOptions, type Found, loadConnector } from "./connectors.ts";

/** Give tenants' payment providers; undefined for one that is not there, or whose credential will not do. */
export function createProviders(
  options: ConnectorOptions,
): (ctx: Context, id: string) => Promise<ReadyProvider | undefined> {
  return async (ctx, id) => {
    const found = await loadConnector(ctx, id);
    const provider = found && make(found, options);
    return provider && { provider, timeoutMs: found.definition.timeoutMs };
  };
}

function make(
  { definition, credentials }: Found,
  { request, simulators }: { request: GuardedRequest; simulators: string },
): PaymentProvider | undefined {
  const address = resolveAddress(definition.address, simulators);
  try {
    return createPaymentProvider({ ...definition, address }, credentials, { request });
  } catch (error) {
    if (error instanceof ConnectorFault) return undefined;
    throw error;
  }
}
