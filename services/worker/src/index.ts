export { type ConnectorOptions, createConnectors } from "./connectors.ts";
export { pollBackOffice } from "./jobs/poll-back-office.ts";
export {
  type DeliveryDeps,
  type Ran,
  type ReadyConnector,
  runDelivery,
} from "./jobs/run-delivery.ts";
export { type MessageDeps, sendMessage } from "./jobs/send-message.ts";
export { Poller, type PollerOptions } from "./poller.ts";
export { type Carrier, Relay, type RelayOptions } from "./relay.ts";
export { createHandler, type WorkerDeps } from "./worker.ts";
export { createWriter, type WriterOptions } from "./write-message.ts";
