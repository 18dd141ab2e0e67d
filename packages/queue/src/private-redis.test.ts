import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "ioredis";
import { findRedis } from "./find-redis.ts";
import { createRecorder, ticket } from "./fixtures.ts";
import { openQueue } from "./open.ts";
import { startPrivateRedis } from "./private-redis.ts";
import { checkRedis } from "./redis.ts";

const found = await findRedis({ searchPath: process.env.PATH });
const program = found?.kind === "program" ? found.program : undefined;
if (!program) console.warn("No redis-server on the PATH: the private Redis is not tested here.");

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "guildhall-private-"));
});
afterEach(() => rm(directory, { recursive: true }));

describe("findRedis", () => {
  it("takes the Redis that was given before any on the path", async () => {
    await plant("redis-server");
    expect(await findRedis({ url: "redis://cache:6379", searchPath: directory })).toEqual({
      kind: "given",
      url: "redis://cache:6379",
    });
  });

  it.each(["redis-server", "valkey-server"])("finds %s on the path", async (name) => {
    await plant(name);
    const searchPath = ["/nowhere", directory].join(delimiter);
    expect(await findRedis({ searchPath })).toEqual({
      kind: "program",
      program: join(directory, name),
    });
  });

  it("finds nothing where there is nothing", async () => {
    expect(await findRedis({ searchPath: directory })).toBeUndefined();
  });

  async function plant(name: string): Promise<void> {
    await writeFile(join(directory, name), "");
    await chmod(join(directory, name), 0o700);
  }
});

describe("openQueue", () => {
  const onError = () => undefined;

  it("works inside the process where there is no Redis", async () => {
    const opened = await openQueue({ kind: "auto", directory, prefix: "test", onError });
    expect(opened.carrier).toBe("in-process");
    await opened.close();
  });

  it("says what is missing when BullMQ is demanded without a Redis", async () => {
    const opening = openQueue({ kind: "bullmq", directory, prefix: "test", onError });
    await expect(opening).rejects.toThrow(/REDIS_URL/);
  });

  it.skipIf(!program)("brings its own Redis where it finds the program", async () => {
    const { PATH } = process.env;
    const options = { directory, prefix: "test", onError, searchPath: PATH };
    const opened = await openQueue({ kind: "auto", ...options });
    const recorder = createRecorder();
    opened.queue.work(recorder.handler, { concurrency: 1 });
    await until(async () => (await opened.queue.dispatch([ticket({})])).length === 0);

    await recorder.reached(1);
    expect(opened.carrier).toBe("private-redis");
    await opened.close();
  });
});

describe.skipIf(!program)("startPrivateRedis", () => {
  const options = () => ({ directory, program: program ?? "", onError: () => undefined });

  it("starts a Redis that the queue finds suitable, and stops it", async () => {
    const redis = await startPrivateRedis(options());
    expect(await checkRedis(redis.url)).toBe("ready");

    await redis.close();
    expect(await checkRedis(redis.url)).toBe("away");
    await expect(access(redis.url.slice("unix://".length))).rejects.toThrow();
  });

  it("keeps what it holds over a restart", async () => {
    const first = await startPrivateRedis(options());
    await asking(first.url, (client) => client.set("kept", "yes"));
    await first.close();

    const second = await startPrivateRedis(options());
    expect(await asking(second.url, (client) => client.get("kept"))).toBe("yes");
    await second.close();
  });

  it("starts again at the same address when it is killed", async () => {
    const redis = await startPrivateRedis(options());
    const killed = await pidOf(redis.url);
    process.kill(killed, "SIGKILL");

    await until(async () => ![killed, undefined].includes(await pidOf(redis.url).catch(none)));
    await redis.close();
  });

  it("refuses a directory that another process's Redis is using", async () => {
    const redis = await startPrivateRedis(options());
    const second = startPrivateRedis({ ...options(), timeoutMs: 20 });

    await expect(second).rejects.toThrow(/Another process/);
    await redis.close();
  });

  it("tells when the program cannot be started", async () => {
    const opening = startPrivateRedis({ ...options(), program: "/bin/false", timeoutMs: 50 });
    await expect(opening).rejects.toThrow(/did not start/);
  });

  it("is gone once its parent was killed", async () => {
    const parent = spawn(
      process.execPath,
      [
        "--import",
        "tsx",
        join(import.meta.dirname, "test-private-parent.ts"),
        directory,
        program ?? "",
      ],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    const url = await once(parent.stdout, "data").then(String);
    parent.kill("SIGKILL");

    await until(async () => (await checkRedis(url)) === "away");
    await startPrivateRedis(options()).then((successor) => successor.close());
  });
});

async function asking<T>(url: string, question: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(url, { retryStrategy: () => null });
  client.on("error", none);
  try {
    return await question(client);
  } finally {
    client.disconnect();
  }
}

async function pidOf(url: string): Promise<number> {
  const info = await asking(url, (client) => client.info("server"));
  return Number(/process_id:(\d+)/.exec(info)?.[1]);
}

function none(): undefined {}

async function until(reached: () => Promise<boolean>): Promise<void> {
  while (!(await reached())) await pause(5);
}
