import { type Carried, type Lane, laneOf } from "./queue.ts";
import { keepOrigin } from "./traces.ts";
import { inTurn } from "./turns.ts";

/** Take tickets to one lane's carrier. False, if it cannot be known that all of them arrived. */
export type Take = (lane: Lane, carried: readonly Carried[]) => Promise<boolean>;

export type HandOver = <T extends Carried>(carried: readonly T[]) => Promise<readonly T[]>;

/**
 * Gather what is dispatched within one tick and hand it over together, tenants in turn.
 *
 * A round trip for sixty tickets costs little more than for one.
 */
export function createHandOver(take: Take): HandOver {
  let gathered: Dispatch[] = [];

  async function handOver(): Promise<void> {
    const dispatches = gathered;
    gathered = [];
    const refused = await refusedLanes(inTurn(dispatches.flatMap(({ carried }) => carried)), take);
    for (const { resolve } of dispatches) resolve(refused);
  }

  return async (carried) => {
    keepOrigin(carried);
    const refused = await new Promise<ReadonlySet<Lane>>((resolve) => {
      if (gathered.length === 0) setImmediate(handOver);
      gathered.push({ carried, resolve });
    });
    return refused.size === 0 ? [] : carried.filter((one) => refused.has(laneOf(one)));
  };
}

interface Dispatch {
  readonly carried: readonly Carried[];
  readonly resolve: (refused: ReadonlySet<Lane>) => void;
}

async function refusedLanes(carried: readonly Carried[], take: Take): Promise<ReadonlySet<Lane>> {
  const byLane = new Map<Lane, Carried[]>();
  for (const one of carried) {
    const lane = laneOf(one);
    const own = byLane.get(lane);
    if (own) own.push(one);
    else byLane.set(lane, [one]);
  }
  const refused = new Set<Lane>();
  await Promise.all(
    [...byLane].map(async ([lane, own]) => {
      if (!(await take(lane, own))) refused.add(lane);
    }),
  );
  return refused;
}
