import type { Ticket } from "@guildhall/contract";
import type { Lane } from "./queue.ts";
import { inTurn } from "./turns.ts";

/** Take tickets to one lane's carrier. False, if it cannot be known that all of them arrived. */
export type Take = (lane: Lane, tickets: readonly Ticket[]) => Promise<boolean>;

/**
 * Gather what is dispatched within one tick and hand it over together, tenants in turn.
 *
 * A round trip for sixty tickets costs little more than for one.
 */
export function createHandOver(take: Take): (tickets: readonly Ticket[]) => Promise<Ticket[]> {
  let gathered: Dispatch[] = [];

  async function handOver(): Promise<void> {
    const dispatches = gathered;
    gathered = [];
    const refused = await refusedLanes(inTurn(dispatches.flatMap(({ tickets }) => tickets)), take);
    for (const { tickets, resolve } of dispatches) {
      resolve(refused.size === 0 ? [] : tickets.filter(({ kind }) => refused.has(kind)));
    }
  }

  return (tickets) =>
    new Promise((resolve) => {
      if (gathered.length === 0) setImmediate(handOver);
      gathered.push({ tickets, resolve });
    });
}

interface Dispatch {
  readonly tickets: readonly Ticket[];
  readonly resolve: (refused: Ticket[]) => void;
}

async function refusedLanes(tickets: readonly Ticket[], take: Take): Promise<ReadonlySet<Lane>> {
  const byLane = new Map<Lane, Ticket[]>();
  for (const ticket of tickets) {
    const own = byLane.get(ticket.kind);
    if (own) own.push(ticket);
    else byLane.set(ticket.kind, [ticket]);
  }
  const refused = new Set<Lane>();
  await Promise.all(
    [...byLane].map(async ([lane, own]) => {
      if (!(await take(lane, own))) refused.add(lane);
    }),
  );
  return refused;
}
