import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { findRedis } from "@guildhall/queue";

/** A Redis of the chaos' own, which dies and forgets when it is told to. */
export interface Redis {
  readonly url: string;
  /** Kill it, forget all it held where told to, and start it again. */
  kill(options: { readonly empty: boolean }): Promise<void>;
  close(): Promise<void>;
}

/** Start Redis on a free port, with the settings that an installation should have. @throws Error without a program */
export async function openRedis(folder: string): Promise<Redis> {
  const found = await findRedis({ searchPath: process.env.PATH });
  if (found?.kind !== "program") throw new Error("No redis-server is on the PATH.");
  const port = await freePort();
  const directory = join(folder, "chaos-redis");
  let child = start(found.program, directory, port);
  const stop = async () => {
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };
  process.on("exit", () => child.kill("SIGKILL"));
  return {
    url: `redis://127.0.0.1:${port}`,
    async kill({ empty }) {
      await stop();
      if (empty) rmSync(directory, { recursive: true, force: true });
      child = start(found.program, directory, port);
    },
    close: stop,
  };
}

function start(program: string, directory: string, port: number): ChildProcess {
  mkdirSync(directory, { recursive: true });
  const settings = [
    ["--port", String(port)],
    ["--bind", "127.0.0.1"],
    ["--dir", directory],
    ["--appendonly", "yes"],
    ["--appendfsync", "everysec"],
    ["--maxmemory-policy", "noeviction"],
    ["--save", ""],
  ];
  return spawn(program, settings.flat(), { stdio: "ignore" });
}

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("There is no port.");
  return address.port;
}
