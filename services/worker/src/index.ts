export { AlarmWatch, type AlarmWatchOptions } from "./alarm-watch.ts";
export {
  checkDocument,
  type MadeDocument,
  type Objection,
  wordsOf,
} from "./check-document.ts";
export { type ConnectorOptions, createConnectors } from "./connectors.ts";
export { createOfficeAsker } from "./jobs/look-for-drift.ts";
export type { CallOutcome, OnOutcome } from "./jobs/outcome.ts";
export { pollBackOffice } from "./jobs/poll-back-office.ts";
export type { DeliveryDeps, ReadyConnector } from "./jobs/ready-connector.ts";
export { refreshCodes } from "./jobs/refresh-codes.ts";
export { runDelivery } from "./jobs/run-delivery.ts";
export { type MessageDeps, sendMessage } from "./jobs/send-message.ts";
export { sendWebhook, type WebhookDeps } from "./jobs/send-webhook.ts";
export { Keeper, type KeeperOptions } from "./keeper.ts";
export { Lines, type LinesOptions } from "./lines.ts";
export { PaymentWatch, type PaymentWatchOptions } from "./payment-watch.ts";
export { Poller, type PollerOptions } from "./poller.ts";
export { createProviders } from "./providers.ts";
export type { Ran } from "./ran.ts";
export {
  type FindingKind,
  Reconciler,
  type ReconcilerOptions,
  WorkStuck,
} from "./reconciler.ts";
export { type Carrier, Relay, type RelayOptions } from "./relay.ts";
export { chooseNode } from "./rendezvous.ts";
export { createHandler, type WorkerDeps } from "./worker.ts";
export {
  createDocumentWriter,
  type DocumentWriterOptions,
  type WriteDocument,
} from "./write-document.ts";
export { createWriter, type WriterOptions } from "./write-message.ts";
