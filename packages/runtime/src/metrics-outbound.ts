import { Counter, Histogram, type Registry } from "prom-client";
import { atMost } from "./label-limit.ts";

export interface OutcomeFigures {
  readonly tenant: string;
  /** The connector's id; of a message `message`, of a webhook `webhook`. */
  readonly connector: string;
  /** What was sent: `delivery`, `message` or `webhook`. */
  readonly kind: string;
  readonly outcome: string;
  readonly seconds: number;
}

const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** Enough for every connector of four hundred councils, and an end to what memory labels can take. */
const mostConnectors = 4000;

/** Count what became of calls to the outside by connector, and time them by what was sent. */
export function countOutbound(registry: Registry): (figures: OutcomeFigures) => void {
  const registers = [registry];
  const duration = new Histogram({
    name: "guildhall_outbound_duration_seconds",
    help: "Time of calls to the outside, by what was sent and what became of it",
    labelNames: ["kind", "outcome"],
    buckets,
    registers,
  });
  const total = new Counter({
    name: "guildhall_outbound_total",
    help: "Calls to outside systems by tenant, connector and what became of them",
    labelNames: ["tenant", "connector", "outcome"],
    registers,
  });
  const isKnown = atMost(mostConnectors);
  return ({ tenant, connector, kind, outcome, seconds }) => {
    duration.observe({ kind, outcome }, seconds);
    const labels = isKnown(`${tenant} ${connector}`) ? { tenant, connector } : others;
    total.inc({ ...labels, outcome });
  };
}

const others = { tenant: "other", connector: "other" };
