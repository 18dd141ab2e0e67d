import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { threadEntry } from "./entry.ts";
import type { Answer } from "./protocol.ts";

/** A thread gave no answer: its time or its memory was over. It is of no further use. */
export class ReaderLost extends Error {
  constructor(cause: unknown) {
    super("The reading thread gave no answer.", { cause });
    this.name = "ReaderLost";
  }
}

/** A thread that reads archives. It keeps the process alive only while it reads. */
export class ReaderThread {
  readonly #worker = new Worker(threadEntry(), confined);
  #hasEnded = false;

  /** Start a thread and wait until it can be asked: loading what it reads with counts against nobody's time. */
  static async start(): Promise<ReaderThread> {
    const thread = new ReaderThread();
    await once(thread.#worker, "message");
    thread.#worker.on("error", () => undefined);
    thread.#worker.once("exit", () => {
      thread.#hasEnded = true;
    });
    thread.#worker.unref();
    return thread;
  }

  /**
   * Read one archive, and give up after a time.
   *
   * @throws ReaderLost
   */
  async ask(bytes: Uint8Array, limitMs: number): Promise<Answer> {
    const late = new AbortController();
    const ended = () => late.abort();
    // Where this thread was busy itself, the answer may be here already: messages are read before setImmediate.
    const timer = setTimeout(() => setImmediate(ended), limitMs);
    this.#worker.ref();
    this.#worker.once("exit", ended);
    // What is sent away is gone here, so it is a copy.
    const copy = new Uint8Array(bytes);
    this.#worker.postMessage(copy, [copy.buffer]);
    try {
      const [answer] = await once(this.#worker, "message", late);
      return answer as Answer; // The thread says nothing else.
    } catch (error) {
      throw isOver(error) ? new ReaderLost(error) : error;
    } finally {
      clearTimeout(timer);
      this.#worker.off("exit", ended);
      this.#worker.unref();
    }
  }

  /** Whether it came to its end, by itself or not. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

function isOver(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isOutOfMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  return error.name === "AbortError" || isOutOfMemory;
}

/** No secrets near what is read, no chatter, and an end to what it may take. */
const confined = { env: {}, stderr: true, resourceLimits: { maxOldGenerationSizeMb: 512 } };
