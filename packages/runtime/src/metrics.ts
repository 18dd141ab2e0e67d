import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { countOutbound, type OutcomeFigures } from "./metrics-outbound.ts";
import { type OwedFigures, watchOwed } from "./metrics-owed.ts";
import { type QueueFigures, watchQueue } from "./metrics-queue.ts";
import { countRelay, type HandOverFigures } from "./metrics-relay.ts";

export interface RequestFigures {
  readonly method: string;
  /** The pattern, never the path: `/t/:tenant/v1/processes/:id`. */
  readonly route: string;
  /** A tenant that exists; left out otherwise, or any caller could make up labels without end. */
  readonly tenant?: string | undefined;
  readonly status: number;
  readonly seconds: number;
}

export interface Metrics {
  request(figures: RequestFigures): void;
  outcome(figures: OutcomeFigures): void;
  handedOver(figures: HandOverFigures): void;
  /** This process has begun to hold a tenant. */
  takenOver(): void;
  /** The reconciler has been through all that is held, and found this much of each kind. */
  reconciled(findings: ReadonlyMap<string, number>): void;
  /** The whole, in Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

export interface MetricsOptions {
  /** Asked at each scrape, so that counting costs nothing between. */
  readonly owed?: () => Promise<OwedFigures>;
  readonly queue?: () => Promise<QueueFigures>;
  /** How many calls of the API were not listed because too many came at once; asked at each scrape. */
  readonly unlistedCalls?: () => number;
  /** Memory, file descriptors, garbage collection and event-loop delay of the process. */
  readonly processMetrics?: boolean;
}

/**
 * Count requests, what became of calls to the outside, and what is still owed.
 *
 * What is timed has no tenant and what is counted by tenant is not timed: the product of both would be too many
 * series for four hundred tenants. What is asked at a scrape is asked of the tenants that are open.
 */
export function createMetrics(options: MetricsOptions = {}): Metrics {
  const { owed, queue, unlistedCalls, processMetrics = true } = options;
  const registry = new Registry();
  if (processMetrics) collectDefaultMetrics({ register: registry });
  if (unlistedCalls) watchCalls(registry, unlistedCalls);
  const refreshers = [owed && watchOwed(registry, owed), queue && watchQueue(registry, queue)];

  return {
    contentType: registry.contentType,
    async text() {
      await Promise.all(refreshers.map((refresh) => refresh?.()));
      return registry.metrics();
    },
    request: countRequests(registry),
    outcome: countOutbound(registry),
    ...countRelay(registry),
  };
}

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

function countRequests(registry: Registry): Metrics["request"] {
  const registers = [registry];
  const seconds = new Histogram({
    name: "guildhall_http_request_duration_seconds",
    help: "Time to answer a request, by route and status",
    labelNames: ["method", "route", "status"],
    buckets,
    registers,
  });
  const requests = new Counter({
    name: "guildhall_http_requests_total",
    help: "Requests by tenant and class of status",
    labelNames: ["tenant", "class"],
    registers,
  });
  return ({ method, route, tenant = "none", status, seconds: took }) => {
    seconds.observe({ method, route, status }, took);
    requests.inc({ tenant, class: `${Math.floor(status / 100)}xx` });
  };
}

function watchCalls(registry: Registry, unlisted: () => number): void {
  new Gauge({
    name: "guildhall_calls_unlisted",
    help: "Calls of the API that were counted and not listed, because too many came at once",
    registers: [registry],
    collect() {
      this.set(unlisted());
    },
  });
}
