export {
  checkDocument,
  type MadeDocument,
  type Objection,
  wordsOf,
} from "./check-document.ts";
export { type ConnectorOptions, createConnectors } from "./connectors.ts";
export { pollBackOffice } from "./jobs/poll-back-office.ts";
export { refreshCodes } from "./jobs/refresh-codes.ts";
export {
  type DeliveryDeps,
  type Ran,
  type ReadyConnector,
  runDelivery,
} from "./jobs/run-delivery.ts";
export { type MessageDeps, sendMessage } from "./jobs/send-message.ts";
export { sendWebhook, type WebhookDeps } from "./jobs/send-webhook.ts";
export { Lines, type LinesOptions } from "./lines.ts";
export { PaymentWatch, type PaymentWatchOptions } from "./payment-watch.ts";
export { Poller, type PollerOptions } from "./poller.ts";
export { createProviders } from "./providers.ts";
export { type Carrier, Relay, type RelayOptions } from "./relay.ts";
export { createHandler, type WorkerDeps } from "./worker.ts";
export {
  createDocumentWriter,
  type DocumentWriterOptions,
  type WriteDocument,
} from "./write-document.ts";
export { createWriter, type WriterOptions } from "./write-message.ts";
