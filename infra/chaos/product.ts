import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { join } from "node:path";
import { serverFlags } from "../../services/guildhall/src/server-memory.ts";
import { descendantsOf, runs } from "./processes.ts";

export interface ProductOptions {
  /** The product's bundle. */
  readonly bundle: string;
  readonly shape: "one" | "cluster";
  readonly data: string;
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
}

/** The product as it runs, in one process or several. */
export interface Product {
  /** Kill one of its processes, drawn by a number in [0, 1); what dies is started again. */
  killOne(random: number): Promise<void>;
  /** End all and start anew, in order. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Start the product and wait until it answers. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  let child = spawnMain(options);
  let isClosing = false;
  process.on("exit", () => killTree(child));
  await ready(options.port);

  const end = async (signal: NodeJS.Signals) => {
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  };
  return {
    async killOne(random) {
      if (options.shape === "one") {
        await end("SIGKILL");
        child = spawnMain(options);
        return;
      }
      const nodes = descendantsOf(child.pid ?? 0).filter((pid) => runs(pid, options.bundle));
      const pid = nodes[Math.floor(random * nodes.length)];
      if (pid !== undefined && !isClosing) process.kill(pid, "SIGKILL");
    },
    async restart() {
      await end("SIGTERM");
      child = spawnMain(options);
      await ready(options.port);
    },
    async close() {
      isClosing = true;
      await end("SIGTERM");
    },
  };
}

function spawnMain({ bundle, shape, data, env }: ProductOptions): ChildProcess {
  const log = openSync(join(data, "chaos.log"), "a");
  const args = shape === "one" ? [...serverFlags, bundle, "serve"] : [bundle, "cluster"];
  return spawn(process.execPath, args, {
    stdio: ["ignore", log, log],
    env: { ...process.env, ...env },
  });
}

function killTree(child: ChildProcess): void {
  for (const pid of [child.pid ?? 0, ...descendantsOf(child.pid ?? 0)].filter(Boolean)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has gone already.
    }
  }
}

const patienceMs = 60_000;

/** Wait until the product says that it is ready. @throws Error when it does not */
export async function ready(port: number): Promise<void> {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The product did not become ready within a minute.");
}
