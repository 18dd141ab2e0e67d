import { Worker } from "node:worker_threads";
import { threadEntry } from "./entry.ts";
import { type Ask, type Questions, ready } from "./protocol.ts";

/** The thread gave no answer: its time was over, or it came to grief. It is of no further use. */
export class ThreadLost extends Error {
  constructor(cause?: unknown) {
    super("The checking thread gave no answer.", { cause });
    this.name = "ThreadLost";
  }
}

interface Waiting {
  resolve(message: unknown): void;
  reject(error: unknown): void;
}

/** One thread with a parser in it. It keeps the process alive only while it is asked something. */
export class Thread {
  readonly #worker: Worker;
  #waiting: Waiting | undefined;
  #hasEnded = false;

  /** Start a thread and wait until it can be asked: loading the parser counts against nobody's time. */
  static async start(): Promise<Thread> {
    const thread = new Thread();
    if ((await thread.#next()) === ready) return thread;
    throw new Error("The checking thread did not start.");
  }

  private constructor() {
    this.#worker = new Worker(threadEntry(), confined);
    this.#worker.on("message", (message: unknown) => this.#settle()?.resolve(message));
    this.#worker.on("error", (error) => this.#settle()?.reject(new ThreadLost(error)));
    this.#worker.on("exit", () => {
      this.#hasEnded = true;
      this.#settle()?.reject(new ThreadLost());
    });
  }

  /**
   * Ask one question, and give up after a time. Whoever asks waits for the answer before asking the next.
   *
   * @throws ThreadLost
   */
  async ask<K extends Ask>(
    ask: K,
    given: Questions[K]["given"],
    limitMs: number,
  ): Promise<Questions[K]["answer"]> {
    const answered = this.#next();
    const asked = this.#waiting;
    this.#worker.postMessage({ ask, ...given });
    const giveUp = () => {
      if (this.#waiting === asked) this.#settle()?.reject(new ThreadLost());
    };
    // Where this thread was busy itself, the answer may be here already: messages are read before setImmediate.
    const timer = setTimeout(() => setImmediate(giveUp), limitMs);
    try {
      return (await answered) as Questions[K]["answer"]; // The thread answers each question in its turn.
    } finally {
      clearTimeout(timer);
    }
  }

  /** Whether it came to its end, by itself or not. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #next(): Promise<unknown> {
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  #settle(): Waiting | undefined {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    this.#worker.unref();
    return waiting;
  }
}

/** No secrets near the parser, none of its chatter, and an end to what its findings may take. */
const confined = { env: {}, stderr: true, resourceLimits: { maxOldGenerationSizeMb: 512 } };
