import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export interface RequestFigures {
  readonly method: string;
  /** The pattern, never the path: `/t/:tenant/v1/processes/:id`. */
  readonly route: string;
  /** A tenant that exists; left out otherwise, or any caller could make up labels without end. */
  readonly tenant?: string | undefined;
  readonly status: number;
  readonly seconds: number;
}

export interface OutcomeFigures {
  readonly tenant: string;
  /** What kind of system was called: `alloy`, `smtp`, … */
  readonly system: string;
  readonly outcome: string;
  readonly seconds: number;
}

export interface OutboxFigures {
  /** How many rows are in each state. */
  readonly rows: Readonly<Record<string, number>>;
  /** How long the oldest row that is due has waited. */
  readonly oldestDueSeconds: number;
}

export interface Metrics {
  request(figures: RequestFigures): void;
  outcome(figures: OutcomeFigures): void;
  /** The whole, in Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

export interface MetricsOptions {
  /** Asked at each scrape, so that counting costs nothing between. */
  readonly outbox?: () => Promise<OutboxFigures>;
  /** How many calls of the API were not listed because too many came at once; asked at each scrape. */
  readonly unlistedCalls?: () => number;
  /** Memory, file descriptors, garbage collection and event-loop delay of the process. */
  readonly processMetrics?: boolean;
}

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * Count requests, what became of calls to the outside, and what is still owed.
 *
 * Requests are timed by route and counted by tenant, apart: the product of both would be too many
 * series for four hundred tenants.
 */
export function createMetrics(options: MetricsOptions = {}): Metrics {
  const { outbox, unlistedCalls, processMetrics = true } = options;
  const registry = new Registry();
  const registers = [registry];
  if (processMetrics) collectDefaultMetrics({ register: registry });
  const refresh = outbox && watchOutbox(registry, outbox);

  if (unlistedCalls) watchCalls(registry, unlistedCalls);

  const requestSeconds = new Histogram({
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
  const outcomes = new Histogram({
    name: "guildhall_outbound_duration_seconds",
    help: "Time of calls to outside systems, by what kind and what became of them",
    labelNames: ["system", "outcome"],
    buckets,
    registers,
  });
  const outcomesByTenant = new Counter({
    name: "guildhall_outbound_total",
    help: "Calls to outside systems by tenant and what became of them",
    labelNames: ["tenant", "system", "outcome"],
    registers,
  });

  return {
    contentType: registry.contentType,
    async text() {
      await refresh?.();
      return registry.metrics();
    },
    request({ method, route, tenant = "none", status, seconds }) {
      requestSeconds.observe({ method, route, status }, seconds);
      requests.inc({ tenant, class: `${Math.floor(status / 100)}xx` });
    },
    outcome({ tenant, system, outcome, seconds }) {
      outcomes.observe({ system, outcome }, seconds);
      outcomesByTenant.inc({ tenant, system, outcome });
    },
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

/** Gives the function that brings the figures up to date. */
function watchOutbox(registry: Registry, outbox: () => Promise<OutboxFigures>) {
  const registers = [registry];
  const oldest = new Gauge({
    name: "guildhall_outbox_oldest_due_seconds",
    help: "How long the oldest due row of the outbox has waited",
    registers,
  });
  const states = new Gauge({
    name: "guildhall_outbox_rows",
    help: "Rows of the outbox by state",
    labelNames: ["state"],
    registers,
  });
  return async () => {
    const { rows, oldestDueSeconds } = await outbox();
    states.reset();
    for (const [state, count] of Object.entries(rows)) states.set({ state }, count);
    oldest.set(oldestDueSeconds);
  };
}
