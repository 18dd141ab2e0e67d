import { createInProcessLane } from "./in-process-lane.ts";
import {
  closeDeadlineMs,
  concurrencyIn,
  type Lane,
  laneOf,
  lanes,
  type OnError,
  type Queue,
} from "./queue.ts";
import { createRunning } from "./running.ts";
import { keepOrigin } from "./traces.ts";
import { within } from "./within.ts";

export interface InProcessOptions {
  readonly onError: OnError;
  /** How many tickets may wait in each lane before more are refused; the outbox keeps the rest. */
  readonly capacity?: number;
  readonly now?: () => number;
}

/** Carry tickets inside this process: nothing to install, nothing to lose but time, fair between tenants. */
export function createInProcessQueue(options: InProcessOptions): Queue {
  const { onError, capacity = 10_000, now = Date.now } = options;
  const running = createRunning(onError);
  const byLane = inEach(() => createInProcessLane({ running, capacity, now }));

  return {
    async dispatch(carried) {
      keepOrigin(carried);
      return carried.filter((one) => !byLane[laneOf(one)].put(one));
    },
    work(handler, { concurrency }) {
      for (const lane of lanes) byLane[lane].work(handler, concurrencyIn(lane, concurrency));
    },
    async depth() {
      return inEach((lane) => ({ ...byLane[lane].waiting(), running: running.count(lane) }));
    },
    trouble: () => undefined,
    async close({ deadlineMs = closeDeadlineMs } = {}) {
      for (const lane of lanes) byLane[lane].stop();
      await within(running.idle(), deadlineMs, undefined);
    },
  };
}

function inEach<T>(make: (lane: Lane) => T): Record<Lane, T> {
  // Object.fromEntries forgets which keys it was given.
  return Object.fromEntries(lanes.map((lane) => [lane, make(lane)])) as Record<Lane, T>;
}
