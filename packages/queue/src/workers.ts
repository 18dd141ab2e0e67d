import type { Telemetry, Worker } from "bullmq";
import type { Redis } from "ioredis";
import { keyPrefix } from "./producer.ts";
import { type Concurrency, concurrencyIn, type Lane, lanes } from "./queue.ts";
import { type Connect, reportOutages } from "./redis.ts";
import type { Running } from "./running.ts";
import { within } from "./within.ts";

export interface WorkersOptions {
  readonly bullmq: typeof import("bullmq");
  readonly connect: Connect;
  readonly prefix: string;
  readonly onError: (error: unknown) => void;
  readonly concurrency: Concurrency;
  readonly lockMs: number;
  readonly telemetry: Telemetry | undefined;
  readonly process: (lane: Lane, data: unknown) => Promise<void>;
}

export interface Workers {
  close(running: Running, deadlineMs: number): Promise<void>;
}

/** Work every lane, and go on by itself when Redis was away. */
export function startWorkers({ connect, ...options }: WorkersOptions): Workers {
  const redis = connect({ maxRetriesPerRequest: null });
  reportOutages(redis, options.onError);
  const workers = lanes.map((lane) => startWorker(lane, redis, options));

  return {
    async close(running, deadlineMs) {
      const away = redis.status !== "ready";
      await within(away ? leave(workers, running) : end(workers), deadlineMs, undefined);
      for (const worker of workers) worker.getBackend().close(true).catch(options.onError);
      redis.disconnect();
    },
  };
}

/** Wait for the handlers and for Redis to hear that they are done. */
async function end(workers: readonly Worker[]): Promise<void> {
  await Promise.all(workers.map((worker) => worker.close()));
}

/** BullMQ would wait for a Redis that is away; wait for the handlers alone. */
async function leave(workers: readonly Worker[], running: Running): Promise<void> {
  await Promise.all(workers.map((worker) => worker.pause(true)));
  await running.idle();
  await Promise.all(workers.map((worker) => worker.close(true)));
}

const maxStalledCount = 10;

/**
 * The request to a back office (30 s) ends well within the lock (60 s). A job that loses its worker
 * is given to another up to ten times, because a crash or a restart is no fault of the job's; how often one may
 * crash its worker is for the row to say.
 */
function startWorker(lane: Lane, redis: Redis, options: Omit<WorkersOptions, "connect">): Worker {
  const worker = new options.bullmq.Worker(lane, (job) => options.process(lane, job.data), {
    connection: redis,
    prefix: keyPrefix(options.prefix, lane),
    concurrency: concurrencyIn(lane, options.concurrency),
    lockDuration: options.lockMs,
    stalledInterval: options.lockMs / 2,
    maxStalledCount,
    maxStartedAttempts: maxStalledCount + 2,
    runRetryDelay: 500,
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 1000, age: 86_400 },
    ...(options.telemetry && { telemetry: options.telemetry }),
  });
  worker.on("error", (error) => {
    if (redis.status === "ready") options.onError(error);
  });
  return worker;
}
