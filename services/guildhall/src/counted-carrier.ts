import type { Ticket } from "@guildhall/contract";
import type { Metrics } from "@guildhall/runtime";
import type { Carrier } from "@guildhall/worker";

/** Count what the relay hands over, by lane, and what is handed over again. */
export function countedCarrier(carrier: Carrier, metrics: Pick<Metrics, "handedOver">): Carrier {
  return {
    async dispatch(tickets) {
      const refused = await carrier.dispatch(tickets);
      for (const kind of new Set(tickets.map((ticket) => ticket.kind))) {
        const of = (some: readonly Ticket[]) => some.filter((ticket) => ticket.kind === kind);
        metrics.handedOver({
          lane: kind === "delivery" ? "connector" : kind,
          taken: of(tickets).length - of(refused).length,
          refused: of(refused).length,
          again: of(tickets).filter(({ generation }) => generation > 1).length,
        });
      }
      return refused;
    },
  };
}
