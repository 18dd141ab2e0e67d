import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Driver } from "../tenant-db.ts";

/** What another process can be told to do. */
export type Order =
  | {
      readonly do: "lock";
      readonly path: string;
      readonly encryptionKey: string;
      /** Against readers too. */
      readonly whole?: boolean;
    }
  | {
      readonly do: "count";
      readonly folder: string;
      readonly driver: Driver;
      readonly times: number;
    }
  | {
      readonly do: "write";
      readonly folder: string;
      readonly driver: Driver;
      readonly from: number;
    }
  | {
      readonly do: "race";
      readonly folder: string;
      readonly driver: Driver;
      readonly node: string;
      readonly tenants: readonly string[];
      readonly rounds: number;
    }
  | {
      readonly do: "own";
      readonly folder: string;
      readonly driver: Driver;
      readonly node: string;
    }
  | { readonly do: "migrate"; readonly paths: readonly string[] }
  | { readonly do: "visit"; readonly folder: string };

/** Another process that works on a store's files. */
export class Child implements AsyncDisposable {
  readonly told: unknown[] = [];
  readonly #process: ChildProcess;
  readonly #exit: Promise<unknown>;

  /** Start a process and give it an order. */
  constructor(order: Order) {
    this.#process = fork(new URL("./child.ts", import.meta.url), {
      execArgv: ["--import", "tsx"],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    this.#process.on("message", (message) => this.told.push(message));
    this.#exit = once(this.#process, "exit");
    this.go(order);
  }

  /** Give an order, or let it go on when it waits for one. */
  go(order: Order | "on"): void {
    this.#process.send(order);
  }

  /** Wait until it has told of `count` things. */
  async hears(count: number): Promise<void> {
    const ended = this.#exit.then(() => {
      throw new Error(`the child ended after telling ${JSON.stringify(this.told)}`);
    });
    ended.catch(() => {});
    while (this.told.length < count) await Promise.race([once(this.#process, "message"), ended]);
  }

  /** Wait for its end; returns the code it ended with, or the signal. */
  async ends(): Promise<number | string> {
    await this.#exit;
    return this.#process.exitCode ?? this.#process.signalCode ?? "unknown";
  }

  /** Stop it wherever it is, as a machine does that sleeps. */
  halt(): void {
    this.#process.kill("SIGSTOP");
  }

  /** Let it go on from where it was stopped. */
  resume(): void {
    this.#process.kill("SIGCONT");
  }

  /** End it on the spot, with no chance to tidy up. */
  async kill(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.#exit;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.kill();
  }
}
