import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Ticket } from "@guildhall/contract";
import fc from "fast-check";
import { createBullmqQueue } from "./bullmq.ts";
import { conformance, type Subject } from "./conformance.ts";
import { findRedis } from "./find-redis.ts";
import { createRecorder, ticket } from "./fixtures.ts";
import { jobId } from "./producer.ts";
import type { Queue } from "./queue.ts";
import { checkRedis, RedisUnsuitable } from "./redis.ts";
import { startTestRedis, type TestRedis } from "./test-redis.ts";

fc.configureGlobal({ seed: 20_261_122 });

const found = await findRedis({ searchPath: process.env.PATH });
const program = found?.kind === "program" ? found.program : undefined;
if (!program) console.warn("No redis-server on the PATH: the BullMQ queue is not tested here.");

describe.skipIf(!program)("the BullMQ queue", () => {
  let directory: string;
  let redis: TestRedis;
  let opened: Queue[] = [];
  let count = 0;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "guildhall-queue-"));
    redis = await startTestRedis(program ?? "", directory);
  });

  afterEach(async () => {
    await Promise.all(opened.map((queue) => queue.close({ deadlineMs: 0 })));
    opened = [];
  });

  afterAll(async () => {
    await redis.stop();
    await rm(directory, { recursive: true });
  });

  it.each(Object.keys(conformance))("%s", async (name) => {
    await conformance[name]?.(await open());
  });

  it("keeps nothing in Redis but where the row is, and nothing at all once it was worked", async () => {
    const { queue } = await open();
    const recorder = createRecorder();
    await queue.dispatch([ticket({ id: "out_1" })]);
    const key = `{test-${count}-connector}:connector:exampleshire.out_1.1`;
    expect(JSON.parse((await redis.client.hget(key, "data")) ?? "")).toEqual(ticket({}));

    queue.work(recorder.handler, { concurrency: 1 });
    await recorder.reached(1);
    await until(async () => (await redis.client.exists(key)) === 0);
  });

  it("drops a job that is not a ticket, tells of it, and goes on", async () => {
    const { queue, errors } = await open();
    const recorder = createRecorder();
    const stray = { ...ticket({ id: "stray" }), generation: "1" } as unknown as Ticket;
    await queue.dispatch([stray, ticket({ id: "out_1" })]);
    queue.work(recorder.handler, { concurrency: 1 });

    await recorder.reached(1);
    expect(recorder.worked).toEqual([ticket({ id: "out_1" })]);
    expect(errors).toHaveLength(1);
  });

  it("refuses every ticket while Redis is away, and takes them again by itself", async () => {
    const { queue } = await open();
    const recorder = createRecorder();
    queue.work(recorder.handler, { concurrency: 1 });
    await redis.kill();
    await until(async () => (await queue.depth()) === undefined);
    expect(await queue.dispatch([ticket({ id: "away" })])).toEqual([ticket({ id: "away" })]);

    await redis.start();
    await until(async () => (await queue.dispatch([ticket({ id: "back" })])).length === 0);
    await recorder.reached(1);
    expect(recorder.worked[0]).toEqual(ticket({ id: "back" }));
  });

  it("finds a Redis that was away when the queue was opened", async () => {
    await redis.kill();
    const { queue } = await open();
    const recorder = createRecorder();
    queue.work(recorder.handler, { concurrency: 1 });
    expect(await queue.dispatch([ticket({})])).toEqual([ticket({})]);

    await redis.start();
    await until(async () => (await queue.dispatch([ticket({})])).length === 0);
    await recorder.reached(1);
  });

  it("refuses within its time limit when Redis is there but silent, and recovers", async () => {
    const { queue } = await open();
    const recorder = createRecorder();
    queue.work(recorder.handler, { concurrency: 1 });
    redis.freeze();
    expect(await queue.dispatch([ticket({ id: "silent" })])).toEqual([ticket({ id: "silent" })]);

    redis.thaw();
    await until(async () => (await queue.dispatch([ticket({ id: "back" })])).length === 0);
    await until(async () => recorder.worked.some(({ id }) => id === "back"));
  });

  it("works a new generation after Redis lost everything it held", async () => {
    const { queue } = await open();
    const recorder = createRecorder();
    await queue.dispatch([ticket({ generation: 1 })]);
    await redis.client.flushall();
    await queue.dispatch([ticket({ generation: 2 })]);
    queue.work(recorder.handler, { concurrency: 1 });
    await recorder.reached(1);
    await redis.client.flushall();
    await queue.dispatch([ticket({ generation: 3 })]);

    await recorder.reached(2);
    expect(recorder.worked.map(({ generation }) => generation)).toEqual([2, 3]);
  });

  it("closes while Redis is away", async () => {
    await redis.kill();
    const { queue } = await open();
    queue.work(createRecorder().handler, { concurrency: 1 });
    await queue.close();
    await redis.start();
  });

  it("accepts a Redis that never evicts", async () => {
    expect(await checkRedis(redis.url)).toBe("ready");
  });

  it("refuses a Redis that would evict work, in a sentence that says what to set", async () => {
    await redis.client.config("SET", "maxmemory-policy", "allkeys-lru");
    await expect(checkRedis(redis.url)).rejects.toThrow(RedisUnsuitable);
    await expect(checkRedis(redis.url)).rejects.toThrow(/"allkeys-lru".*"noeviction"/);
    await redis.client.config("SET", "maxmemory-policy", "noeviction");
  });

  it("does not refuse a Redis that is away", async () => {
    await redis.kill();
    expect(await checkRedis(redis.url)).toBe("away");
    await redis.start();
  });

  async function open(): Promise<Subject> {
    count += 1;
    const errors: Subject["errors"] = [];
    const clock = { now: Date.UTC(2026, 10, 22) };
    const queue = await createBullmqQueue({
      url: redis.url,
      prefix: `test-${count}`,
      timeoutMs: 1000,
      now: () => clock.now,
      onError: (error, of) => errors.push({ error, ticket: of }),
    });
    opened.push(queue);
    return { queue, clock, errors };
  }
});

describe("jobId", () => {
  const text = fc.string({ minLength: 1 });

  it("is one that BullMQ takes, whatever the names are made of", () => {
    fc.assert(
      fc.property(text, text, fc.nat(), (tenant, id, generation) => {
        const given = jobId({ tenant, id, generation, kind: "delivery" });
        expect(given).not.toMatch(/:|^\d*$/);
      }),
    );
  });

  it("differs between two generations of one row", () => {
    expect(jobId(ticket({ generation: 1 }))).not.toBe(jobId(ticket({ generation: 2 })));
  });
});

async function until(reached: () => Promise<boolean>): Promise<void> {
  while (!(await reached())) await pause(5);
}
