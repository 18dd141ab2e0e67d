import type { Ticket } from "@guildhall/contract";
import {
  closeDeadlineMs,
  type Handler,
  lanes,
  type OnError,
  type Queue,
  ticketKey,
} from "./queue.ts";
import { createRunning, type Running } from "./running.ts";
import { createTurns } from "./turns.ts";
import { within } from "./within.ts";

export interface InProcessOptions {
  readonly onError: OnError;
  /** How many tickets may wait in each lane before more are refused; the outbox keeps the rest. */
  readonly capacity?: number;
}

/** Carry tickets inside this process: nothing to install, nothing to lose but time, fair between tenants. */
export function createInProcessQueue({ onError, capacity = 10_000 }: InProcessOptions): Queue {
  const running = createRunning(onError);
  const carriers = {
    delivery: createCarrier(running, capacity),
    message: createCarrier(running, capacity),
    webhook: createCarrier(running, capacity),
  };
  const all = lanes.map((lane) => carriers[lane]);

  return {
    async dispatch(tickets) {
      return tickets.filter((ticket) => !carriers[ticket.kind].put(ticket));
    },
    work(handler, { concurrency }) {
      for (const carrier of all) carrier.work(handler, concurrency);
    },
    async depth() {
      return { waiting: all.reduce((sum, { size }) => sum + size(), 0), running: running.count };
    },
    async close({ deadlineMs = closeDeadlineMs } = {}) {
      for (const carrier of all) carrier.stop();
      await within(running.idle(), deadlineMs, undefined);
    },
  };
}

interface Carrier {
  put(ticket: Ticket): boolean;
  work(handler: Handler, concurrency: number): void;
  size(): number;
  stop(): void;
}

/** One lane. A flood of tickets begins at the next turn of the event loop, so that I/O gets between. */
function createCarrier(running: Running, capacity: number): Carrier {
  const waiting = createTurns();
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
      const ticket = waiting.take();
      if (!ticket) return;
      free -= 1;
      void running.run(handler, ticket).finally(() => ended(ticket));
    }
  }

  function ended(ticket: Ticket): void {
    free += 1;
    known.delete(ticketKey(ticket));
    if (waiting.size > 0) schedule();
  }

  return {
    put(ticket) {
      const key = ticketKey(ticket);
      if (!open || (waiting.size >= capacity && !known.has(key))) return false;
      if (known.has(key)) return true;
      known.add(key);
      waiting.put(ticket);
      schedule();
      return true;
    },
    work(given, concurrency) {
      handler = given;
      free = concurrency;
      schedule();
    },
    size: () => waiting.size,
    stop() {
      open = false;
      waiting.clear();
    },
  };
}
