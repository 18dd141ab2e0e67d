import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type BullmqOptions, createBullmqQueue } from "./bullmq.ts";
import { findRedis } from "./find-redis.ts";
import { createRecorder, ticket } from "./fixtures.ts";
import { openQueue } from "./open.ts";
import type { Queue } from "./queue.ts";
import { checkRedis, RedisUnsuitable } from "./redis.ts";
import { startTestRedis, type TestRedis } from "./test-redis.ts";

const found = await findRedis({ searchPath: process.env.PATH });
const program = found?.kind === "program" ? found.program : undefined;

describe.skipIf(!program)("a Redis that is lost, emptied, full or misconfigured", () => {
  let directory: string;
  let redis: TestRedis;
  let replica: TestRedis | undefined;
  let opened: Queue[] = [];
  let told: unknown[] = [];
  let count = 0;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "guildhall-faults-"));
    redis = await startTestRedis(program ?? "", directory);
  });
  afterEach(async () => {
    await Promise.all(opened.map((queue) => queue.close({ deadlineMs: 0 })));
    await replica?.stop();
    await redis.stop();
    await rm(directory, { recursive: true });
    [opened, told, replica] = [[], [], undefined];
  });

  it("loses at most what waited when it is killed, and works on when it is back", async () => {
    const queue = await open();
    const recorder = createRecorder();
    await queue.dispatch([ticket({ generation: 1 })]);
    await redis.kill();
    await redis.start();
    await until(async () => (await queue.dispatch([ticket({ generation: 2 })])).length === 0);

    queue.work(recorder.handler, { concurrency: 1 });
    await recorder.reached(1);
    expect(recorder.worked.at(-1)).toEqual(ticket({ generation: 2 }));
  });

  it("takes the next claim of what it lost when it was emptied while work ran", async () => {
    const queue = await open();
    const recorder = createRecorder();
    await queue.dispatch([ticket({ id: "a" }), ticket({ id: "b" })]);
    await redis.client.flushall();
    queue.work(recorder.handler, { concurrency: 1 });
    expect(await queue.dispatch([ticket({ id: "b", generation: 2 })])).toEqual([]);

    await recorder.reached(1);
    expect(recorder.worked).toEqual([ticket({ id: "b", generation: 2 })]);
  });

  it("refuses what a full Redis does not take, says so once, and goes on when there is room", async () => {
    const queue = await open();
    const recorder = createRecorder();
    queue.work(recorder.handler, { concurrency: 1 });
    await redis.client.config("SET", "maxmemory", "1");
    const refused = [ticket({ id: "full" })];
    expect(await queue.dispatch(refused)).toEqual(refused);
    expect(await queue.dispatch(refused)).toEqual(refused);
    await until(async () => queue.trouble()?.code === "full");
    expect(told.filter((error) => String(error).includes("OOM"))).toHaveLength(1);

    await redis.client.config("SET", "maxmemory", "0");
    await until(async () => (await queue.dispatch([ticket({ id: "room" })])).length === 0);
    await recorder.reached(1);
    await until(async () => queue.trouble() === undefined);
  });

  it("notices a policy that evicts, set while it runs, tells of it once and knows when it is mended", async () => {
    const queue = await open();
    await redis.client.config("SET", "maxmemory-policy", "volatile-lru");
    await until(async () => queue.trouble()?.code === "evicting");
    await pause(3 * watchEveryMs);
    const unsuitable = told.filter((error) => error instanceof RedisUnsuitable);
    expect(unsuitable.map(({ code }) => code)).toEqual(["evicting"]);
    expect(String(unsuitable[0])).toContain('"volatile-lru"');

    await redis.client.config("SET", "maxmemory-policy", "noeviction");
    await until(async () => queue.trouble() === undefined);
    expect(await queue.dispatch([ticket({})])).toEqual([]);
  });

  it("is not opened at all with a policy that evicts", async () => {
    await redis.client.config("SET", "maxmemory-policy", "allkeys-lfu");
    const options = { directory, prefix: "test", onError: () => undefined, url: redis.url };
    await expect(openQueue({ kind: "auto", ...options })).rejects.toThrow(/"allkeys-lfu"/);
  });

  it("is refused at the start when it demands a password that we do not have", async () => {
    await redis.client.config("SET", "requirepass", "secret");
    await expect(checkRedis(redis.url)).rejects.toThrow("refuses the name or password");
    const wrong = redis.url.replace("redis://", "redis://:guess@");
    await expect(checkRedis(wrong)).rejects.toMatchObject({ code: "refusing" });
  });

  it("refuses every ticket while it is a replica that cannot be written to, and says so", async () => {
    replica = await startTestRedis(program ?? "", directory, [
      "--replicaof",
      `127.0.0.1 ${redis.port}`,
    ]);
    expect(await checkRedis(replica.url)).toBe("ready");
    const queue = await open({ url: replica.url });
    expect(await queue.dispatch([ticket({})])).toEqual([ticket({})]);
    await until(async () => queue.trouble()?.code === "read-only");

    await replica.client.replicaof("NO", "ONE");
    await until(async () => (await queue.dispatch([ticket({})])).length === 0);
    await until(async () => queue.trouble() === undefined);
  });

  it("says that it is away, and that it is back", async () => {
    const queue = await open();
    expect(queue.trouble()).toBeUndefined();
    await redis.kill();
    await until(async () => queue.trouble()?.code === "away");
    await redis.start();
    await until(async () => queue.trouble() === undefined);
  });

  it("gives the job of a worker that was killed to another", async () => {
    const queue = await open({ lockMs: 200 });
    const recorder = createRecorder();
    const child = spawn(
      process.execPath,
      ["--import", "tsx", join(import.meta.dirname, "test-worker.ts"), redis.url, prefix()],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    await queue.dispatch([ticket({ id: "out_1" })]);
    const begun = await once(child.stdout, "data").then(String);
    expect(JSON.parse(begun)).toEqual(ticket({ id: "out_1" }));
    queue.work(recorder.handler, { concurrency: 1 });
    child.kill("SIGKILL");

    await recorder.reached(1);
    expect(recorder.worked).toEqual([ticket({ id: "out_1" })]);
  });

  it("gives a job up that ten workers in turn were killed over, and takes its row's next claim", async () => {
    const queue = await open({ lockMs: 200 });
    const recorder = createRecorder();
    await queue.dispatch([ticket({ generation: 1 })]);
    const key = `{${prefix()}-connector}:connector:exampleshire.out_1.1`;
    await redis.client.hset(key, "stc", 10, "ats", 12);
    queue.work(recorder.handler, { concurrency: 1 });
    await until(async () => (await redis.client.hget(key, "failedReason")) !== null);
    expect(await redis.client.hget(key, "failedReason")).toMatch(/^job started more than/);
    await queue.dispatch([ticket({ generation: 2 })]);

    await recorder.reached(1);
    expect(recorder.worked).toEqual([ticket({ generation: 2 })]);
  });

  it("keeps two nodes' work apart, and gives a node's work to its successor", async () => {
    const [one, other] = [await open({ prefix: "node-1" }), await open({ prefix: "node-2" })];
    const [ones, others] = [createRecorder(), createRecorder()];
    await one.dispatch([ticket({ id: "a" })]);
    await other.dispatch([ticket({ id: "b" })]);
    other.work(others.handler, { concurrency: 1 });
    await others.reached(1);
    expect(others.worked).toEqual([ticket({ id: "b" })]);
    await one.close();

    const successor = await open({ prefix: "node-1" });
    successor.work(ones.handler, { concurrency: 1 });
    await ones.reached(1);
    expect(ones.worked).toEqual([ticket({ id: "a" })]);
  });

  const watchEveryMs = 20;
  const prefix = () => `faults-${count}`;

  async function open(differs: Partial<BullmqOptions> = {}): Promise<Queue> {
    count += 1;
    const queue = await createBullmqQueue({
      url: redis.url,
      prefix: prefix(),
      timeoutMs: 1000,
      watchEveryMs,
      onError: (error) => told.push(error),
      ...differs,
    });
    opened.push(queue);
    return queue;
  }
});

async function until(reached: () => Promise<boolean>): Promise<void> {
  while (!(await reached())) await pause(5);
}
