import { Gauge, type Registry } from "prom-client";

/** What the tenants that are open now owe to the outside. */
export interface OwedFigures {
  readonly tenants: readonly TenantFigures[];
}

export interface TenantFigures {
  readonly tenant: string;
  readonly rows: readonly RowFigures[];
  readonly breakers: readonly { readonly connector: string; readonly state: BreakerState }[];
  /** The kind of each alarm that has not ended. */
  readonly alarms: readonly string[];
}

/** The rows of one connector, or of messages or webhooks, in one state. */
export interface RowFigures {
  /** The connector's id, `message` or `webhook`. */
  readonly connector: string;
  readonly lane: "connector" | "message" | "webhook";
  readonly state: string;
  readonly count: number;
  /** Those that killed whoever worked them, and wait for a person. */
  readonly poison: number;
  /** How long the oldest that is due has waited; 0 where none is. */
  readonly dueSeconds: number;
}

export type BreakerState = "closed" | "half-open" | "open";

const breakerValues = { closed: 0, "half-open": 1, open: 2 } as const satisfies Record<
  BreakerState,
  number
>;

/** Give the function that brings the figures of what is owed up to date; what is gone since is forgotten. */
export function watchOwed(registry: Registry, owed: () => Promise<OwedFigures>) {
  const gauges = createGauges(registry);
  return async (): Promise<void> => {
    const { tenants } = await owed();
    for (const gauge of Object.values(gauges)) gauge.reset();
    gauges.open.set(tenants.length);
    for (const figures of tenants) showTenant(gauges, figures);
  };
}

type Gauges = ReturnType<typeof createGauges>;

function showTenant(gauges: Gauges, { tenant, rows, breakers, alarms }: TenantFigures): void {
  for (const { connector, lane, state, count, poison, dueSeconds } of rows) {
    gauges.rows.inc({ lane, state }, count);
    gauges.poison.inc({ lane }, poison);
    if (dueSeconds > 0) gauges.oldest.set({ tenant, connector }, dueSeconds);
  }
  for (const { connector, state } of breakers) {
    gauges.breakers.set({ tenant, connector }, breakerValues[state]);
  }
  for (const kind of alarms) gauges.alarms.inc({ tenant, kind });
}

function createGauges(registry: Registry) {
  const gauge = <T extends string>(name: string, help: string, labelNames: readonly T[] = []) =>
    new Gauge({
      name: `guildhall_${name}`,
      help,
      labelNames: [...labelNames],
      registers: [registry],
    });
  return {
    open: gauge("tenants_open", "Tenants whose databases this process has open"),
    rows: gauge("outbox_rows", "Rows of the outbox that are not accepted, by lane and state", [
      "lane",
      "state",
    ]),
    poison: gauge("outbox_poison", "Rows that killed whoever worked them", ["lane"]),
    oldest: gauge("outbox_oldest_due_seconds", "How long the oldest due row has waited", [
      "tenant",
      "connector",
    ]),
    breakers: gauge("breaker_state", "0 closed, 1 half-open, 2 open", ["tenant", "connector"]),
    alarms: gauge("alarms_open", "Alarms that have not ended", ["tenant", "kind"]),
  };
}
