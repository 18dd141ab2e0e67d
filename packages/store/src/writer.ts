import { setTimeout as wait } from "node:timers/promises";
import type { Connection, OpenTransaction, Waiting, Writer } from "./db.ts";
import { StoreFault } from "./fault.ts";

const mostAttempts = 60;
const longestWorkMs = 5_000;

/** The writer of one database, over whichever connection is open. */
export class ConnectionWriter implements Writer {
  readonly waiting: Waiting[] = [];
  flushing = false;
  readonly #connection: () => Connection;
  readonly #isLocal: boolean;

  /** `isLocal` says that a statement is answered within the turn of the event loop in which it is asked. */
  constructor(connection: () => Connection, isLocal: boolean) {
    this.#connection = connection;
    this.#isLocal = isLocal;
  }

  /** Try for about two seconds; the waits are jittered, so that processes that met once do not meet again and again. */
  async begin(): Promise<OpenTransaction> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#connection().begin();
      } catch (error) {
        const busy = error instanceof StoreFault && error.code === "busy";
        if (!busy || attempt === mostAttempts) throw error;
        await wait(5 + Math.random() * Math.min(5 * attempt, 60));
      }
    }
  }

  whenStrayed(strayed: () => void): () => void {
    if (this.#isLocal) {
      const nextTurn = setImmediate(strayed);
      return () => clearImmediate(nextTurn);
    }
    const deadline = setTimeout(strayed, longestWorkMs);
    return () => clearTimeout(deadline);
  }
}
