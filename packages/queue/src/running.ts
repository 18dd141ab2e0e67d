import { type Carried, type Handler, type Lane, laneOf, type OnError } from "./queue.ts";
import { inTrace } from "./traces.ts";

/** The handlers that run: what is counted, shielded from what they throw, and waited for at the end. */
export interface Running {
  count(lane: Lane): number;
  run(handler: Handler, carried: Carried): Promise<void>;
  /** Resolves when none runs. */
  idle(): Promise<void>;
}

export function createRunning(onError: OnError): Running {
  const counts = new Map<Lane, number>();
  let total = 0;
  let waiters: (() => void)[] = [];

  function change(lane: Lane, by: 1 | -1): void {
    counts.set(lane, (counts.get(lane) ?? 0) + by);
    total += by;
    if (total > 0) return;
    for (const resolve of waiters) resolve();
    waiters = [];
  }

  return {
    count: (lane) => counts.get(lane) ?? 0,
    async run(handler, carried) {
      const lane = laneOf(carried);
      change(lane, 1);
      try {
        await inTrace(carried, () => handler(carried));
      } catch (error) {
        onError(error, carried);
      } finally {
        change(lane, -1);
      }
    },
    idle() {
      if (total === 0) return Promise.resolve();
      return new Promise((resolve) => {
        waiters.push(resolve);
      });
    },
  };
}
