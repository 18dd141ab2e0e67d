export { ConnectorFault } from "./connector-fault.ts";
export { type ConnectorDeps, createConnector, resolveAddress } from "./create-connector.ts";
export { createPaymentProvider, takesPayments } from "./create-payment-provider.ts";
export { type AddressFault, checkAddress, type EgressPolicy } from "./http/address.ts";
export type { Answer } from "./http/exchange.ts";
export { type Call, createGuard, type GuardedRequest } from "./http/guard.ts";
export { type GuardCode, GuardFault } from "./http/guard-fault.ts";
export { retryAfter } from "./http/outcome.ts";
export { createIdentityProvider } from "./openid/provider.ts";
