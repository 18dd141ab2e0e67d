import { mkdir, mkdtemp, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { keepRunning } from "./guardian.ts";

export interface PrivateRedisOptions {
  /** Where it keeps its data; one Redis per directory. */
  readonly directory: string;
  /** `redis-server` or `valkey-server`, as `findRedis` found it. */
  readonly program: string;
  readonly onError: (error: unknown) => void;
  readonly timeoutMs?: number;
}

export interface PrivateRedis {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Run a Redis of our own: reached only through a socket that only this user can open, started again
 * when it dies, and gone when this process is, however that ends.
 */
export async function startPrivateRedis(options: PrivateRedisOptions): Promise<PrivateRedis> {
  const { timeoutMs = 5000 } = options;
  const directory = resolve(options.directory);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await waitForPredecessor(directory, timeoutMs);
  const socket = join(await mkdtemp(join(tmpdir(), "guildhall-redis-")), "redis.sock");
  await writeFile(join(directory, "socket"), socket, { mode: 0o600 });

  const guardian = keepRunning(options.program, settings(directory, socket), options.onError);
  async function close(): Promise<void> {
    await guardian.stop(timeoutMs);
    await rm(dirname(socket), { recursive: true, force: true });
    await rm(join(directory, "socket"), { force: true });
  }

  if (await answersWithin(socket, timeoutMs)) return { url: `unix://${socket}`, close };
  await close();
  throw new Error(`${options.program} did not start in ${directory}.`);
}

function settings(directory: string, socket: string): string[] {
  return Object.entries({
    "--port": "0",
    "--unixsocket": socket,
    "--unixsocketperm": "700",
    "--dir": directory,
    "--maxmemory-policy": "noeviction",
    "--appendonly": "yes",
    "--appendfsync": "everysec",
    "--save": "",
  }).flat();
}

/** A Redis whose parent was just killed may still be writing to the directory. */
async function waitForPredecessor(directory: string, timeoutMs: number): Promise<void> {
  const socket = await readFile(join(directory, "socket"), "utf8").catch(() => undefined);
  if (socket === undefined) return;
  const until = performance.now() + timeoutMs;
  while (await answers(socket)) {
    if (performance.now() > until)
      throw new Error(`Another process uses the Redis in ${directory}.`);
    await pause(50);
  }
  await rm(socket, { force: true });
  await rmdir(dirname(socket)).catch(() => undefined);
}

async function answersWithin(socket: string, timeoutMs: number): Promise<boolean> {
  const until = performance.now() + timeoutMs;
  while (performance.now() < until) {
    if (await answers(socket)) return true;
    await pause(10);
  }
  return false;
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = createConnection(socket);
    connection.once("connect", () => resolve(true));
    connection.once("error", () => resolve(false));
    connection.once("connect", () => connection.destroy());
  });
}
