import { type Carried, type Handler, ticketKey } from "./queue.ts";
import type { Running } from "./running.ts";
import { createTurns } from "./turns.ts";

/** What waits in this process for one lane's handlers. */
export interface InProcessLane {
  /** False when there is no room for it. */
  put(carried: Carried): boolean;
  work(handler: Handler, concurrency: number): void;
  waiting(): { readonly waiting: number; readonly oldestMs: number };
  stop(): void;
}

export interface LaneOptions {
  readonly running: Running;
  readonly capacity: number;
  readonly now: () => number;
}

/** One lane. A flood of tickets begins at the next turn of the event loop, so that I/O gets between. */
export function createInProcessLane({ running, capacity, now }: LaneOptions): InProcessLane {
  const waiting = createWaiting(now);
  const known = new Set<string>();
  let handler: Handler | undefined;
  let free = 0;
  let open = true;
  let scheduled = false;

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(begin);
  }

  function begin(): void {
    scheduled = false;
    while (open && handler && free > 0) {
      const carried = waiting.take();
      if (!carried) return;
      free -= 1;
      void running.run(handler, carried).finally(() => ended(carried));
    }
  }

  function ended(carried: Carried): void {
    free += 1;
    known.delete(ticketKey(carried));
    if (waiting.size > 0) schedule();
  }

  return {
    put(carried) {
      const key = ticketKey(carried);
      if (!open || (waiting.size >= capacity && !known.has(key))) return false;
      if (known.has(key)) return true;
      known.add(key);
      waiting.put(carried);
      schedule();
      return true;
    },
    work(given, concurrency) {
      handler = given;
      free = concurrency;
      schedule();
    },
    waiting: () => ({ waiting: waiting.size, oldestMs: waiting.oldestMs }),
    stop() {
      open = false;
      waiting.clear();
    },
  };
}

/** Turns that know since when each has waited. */
function createWaiting(now: () => number) {
  const turns = createTurns();
  /** In the order they came, which is not that of their turns. */
  const since = new Map<Carried, number>();
  return {
    get size() {
      return turns.size;
    },
    get oldestMs() {
      const [oldest = now()] = since.values();
      return now() - oldest;
    },
    put(carried: Carried): void {
      turns.put(carried);
      since.set(carried, now());
    },
    take(): Carried | undefined {
      const carried = turns.take();
      if (carried) since.delete(carried);
      return carried;
    },
    clear(): void {
      turns.clear();
      since.clear();
    },
  };
}
