import { Counter, Gauge, type Registry } from "prom-client";

export interface HandOverFigures {
  readonly lane: string;
  /** Those that are handed over again, because an earlier claim ended without an answer or with a failure. */
  readonly again: number;
  readonly taken: number;
  readonly refused: number;
}

/** Count what the relay hands over, what changes hands between processes, and what the reconciler finds. */
export function countRelay(registry: Registry) {
  const registers = [registry];
  const handed = new Counter({
    name: "guildhall_handed_over_total",
    help: "Claims given to the queue, by lane and whether it took them",
    labelNames: ["lane", "result"],
    registers,
  });
  const again = new Counter({
    name: "guildhall_claimed_again_total",
    help: "Claims of rows that were claimed before, by lane",
    labelNames: ["lane"],
    registers,
  });
  const takenOver = new Counter({
    name: "guildhall_tenants_taken_total",
    help: "Tenants that this process has begun to hold",
    registers,
  });
  const findings = new Gauge({
    name: "guildhall_reconciler_findings",
    help: "What the reconciler found stuck in its latest round, by kind",
    labelNames: ["kind"],
    registers,
  });
  const round = new Gauge({
    name: "guildhall_reconciler_last_round_timestamp_seconds",
    help: "When the reconciler had last been through all that is held",
    registers,
  });
  return {
    handedOver(figures: HandOverFigures): void {
      const { lane } = figures;
      handed.inc({ lane, result: "taken" }, figures.taken);
      handed.inc({ lane, result: "refused" }, figures.refused);
      again.inc({ lane }, figures.again);
    },
    takenOver: () => takenOver.inc(),
    reconciled(found: ReadonlyMap<string, number>): void {
      for (const [kind, count] of found) findings.set({ kind }, count);
      round.setToCurrentTime();
    },
  };
}
