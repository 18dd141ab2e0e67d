import type { Metrics } from "@guildhall/runtime";
import type { OnOutcome } from "@guildhall/worker";

/** Count calls by connector, those of messages and webhooks as one each; whatever took what it was sent has accepted it. */
export function countOutcomes(metrics: Pick<Metrics, "outcome">): OnOutcome {
  return ({ tenant, connector, kind, outcome, seconds }) => {
    metrics.outcome({
      tenant,
      kind,
      connector: kind === "delivery" ? connector : kind,
      outcome: names.get(outcome) ?? outcome,
      seconds,
    });
  };
}

/** What senders and subscribers call what a back office calls accepted and refused. */
const names: ReadonlyMap<string, string> = new Map([
  ["sent", "accepted"],
  ["taken", "accepted"],
  ["gone", "refused"],
]);
