import type { Connection, OpenTransaction, Waiting, Writer } from "./db.ts";
import type { Fence } from "./fence.ts";
import { patiently } from "./patiently.ts";

const longestWorkMs = 5_000;

export interface WriterOptions {
  /** Give whichever connection is open. */
  readonly connection: () => Connection;
  /** Whether a statement is answered within the turn of the event loop in which it is asked. */
  readonly isLocal: boolean;
  readonly fence?: Fence | undefined;
}

/** The writer of one database, over whichever connection is open. */
export class ConnectionWriter implements Writer {
  readonly waiting: Waiting[] = [];
  flushing = false;
  readonly #options: WriterOptions;

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  async begin(): Promise<OpenTransaction> {
    const { connection, fence } = this.#options;
    await fence?.admit();
    const transaction = await patiently(() => connection().begin());
    try {
      await fence?.verify(transaction);
      return transaction;
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
  }

  check(): void {
    this.#options.fence?.check();
  }

  whenStrayed(strayed: () => void): () => void {
    if (this.#options.isLocal) {
      const nextTurn = setImmediate(strayed);
      return () => clearImmediate(nextTurn);
    }
    const deadline = setTimeout(strayed, longestWorkMs);
    return () => clearTimeout(deadline);
  }
}
