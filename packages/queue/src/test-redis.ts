import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { Redis } from "ioredis";

/** A real Redis on a free port of this machine, which a test may kill, freeze and start again. */
export interface TestRedis {
  readonly url: string;
  readonly port: number;
  readonly client: Redis;
  /** Start it, empty but for what it keeps on disk. */
  start(): Promise<void>;
  kill(): Promise<void>;
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

export async function startTestRedis(
  program: string,
  directory: string,
  settings: readonly string[] = ["--save", ""],
): Promise<TestRedis> {
  const port = await freePort();
  const client = new Redis({ port, lazyConnect: true, retryStrategy: () => 20 });
  client.on("error", () => undefined);
  let child: ChildProcess | undefined;

  const redis: TestRedis = {
    url: `redis://127.0.0.1:${port}`,
    port,
    client,
    async start() {
      const bind = ["--port", `${port}`, "--bind", "127.0.0.1", "--dir", directory, ...settings];
      child = spawn(program, bind, { stdio: "ignore" });
      await client.ping();
    },
    async kill() {
      const exited = child && once(child, "exit");
      child?.kill("SIGKILL");
      await exited;
      child = undefined;
    },
    freeze: () => void child?.kill("SIGSTOP"),
    thaw: () => void child?.kill("SIGCONT"),
    async stop() {
      client.disconnect();
      await redis.kill();
    },
  };
  await redis.start();
  return redis;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}
