import type { Ticket } from "@guildhall/contract";
import type { Handler, OnError } from "./queue.ts";

/** The handlers that run: what is counted, shielded from what they throw, and waited for at the end. */
export interface Running {
  readonly count: number;
  run(handler: Handler, ticket: Ticket): Promise<void>;
  /** Resolves when none runs. */
  idle(): Promise<void>;
}

export function createRunning(onError: OnError): Running {
  let count = 0;
  let waiters: (() => void)[] = [];

  function ended(): void {
    count -= 1;
    if (count > 0) return;
    for (const resolve of waiters) resolve();
    waiters = [];
  }

  return {
    get count() {
      return count;
    },
    async run(handler, ticket) {
      count += 1;
      try {
        await handler(ticket);
      } catch (error) {
        onError(error, ticket);
      } finally {
        ended();
      }
    },
    idle() {
      if (count === 0) return Promise.resolve();
      return new Promise((resolve) => {
        waiters.push(resolve);
      });
    },
  };
}
