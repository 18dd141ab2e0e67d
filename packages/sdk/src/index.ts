export { type Answered, ask, done, type Reader } from "./ask.ts";
export { askForBytes } from "./ask-for-bytes.ts";
export {
  type ClientCredentialsOptions,
  type ClientForOptions,
  createClientFor,
  type KeyOptions,
} from "./create-client-for.ts";
export {
  type Client,
  type ClientOptions,
  createClient,
  createConfig,
} from "./generated/client/index.ts";
export * from "./generated/sdk.gen.ts";
export type * from "./generated/types.gen.ts";
export { type Conflict, type Fault, Refused, refusedBy } from "./refused.ts";
export type { RetryOptions, Send } from "./retries.ts";
export {
  type VerifyWebhookOptions,
  verifyWebhook,
  type WebhookHeaders,
  WebhookRefused,
} from "./verify-webhook.ts";
