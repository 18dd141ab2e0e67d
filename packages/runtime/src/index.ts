export { type Config, isLoopbackHost, readConfig } from "./config.ts";
export { ConfigError } from "./config-error.ts";
export { configurationTable } from "./configuration-table.ts";
export { describeError, type ErrorDescription } from "./describe-error.ts";
export { type Check, createHealth, type Health, type Liveness, type Readiness } from "./health.ts";
export { createLog, type Log, type LogOptions } from "./log.ts";
export {
  createMetrics,
  type Metrics,
  type MetricsOptions,
  type RequestFigures,
} from "./metrics.ts";
export type { OutcomeFigures } from "./metrics-outbound.ts";
export type { BreakerState, OwedFigures, RowFigures, TenantFigures } from "./metrics-owed.ts";
export type { LaneFigures, QueueFigures } from "./metrics-queue.ts";
export type { HandOverFigures } from "./metrics-relay.ts";
export { inRequestSpan, type RequestFacts } from "./request-span.ts";
export { loadRootKey } from "./root-key.ts";
export { type ShutdownOptions, type ShutdownStep, shutdownOnSignals } from "./shutdown.ts";
export { startTelemetry, type Telemetry, type TelemetryOptions } from "./telemetry.ts";
