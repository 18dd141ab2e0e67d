import { once } from "node:events";
import type { Redis } from "ioredis";
import { createHandOver } from "./hand-over.ts";
import { createProducer } from "./producer.ts";
import { closeDeadlineMs, isTicket, type Lane, type OnError, type Queue } from "./queue.ts";
import { loadRedis, reportOutages } from "./redis.ts";
import { createRunning } from "./running.ts";
import { within } from "./within.ts";
import { startWorkers, type Workers } from "./workers.ts";

export interface BullmqOptions {
  /** `redis://…`, `rediss://…` or `unix:///…`. */
  readonly url: string;
  /** The name of this installation: what begins every key of ours in Redis. */
  readonly prefix: string;
  readonly onError: OnError;
  /** How long Redis may take to answer before it counts as away. */
  readonly timeoutMs?: number;
}

/**
 * Carry tickets over BullMQ, to as many worker processes as there are.
 *
 * Only place and claim of a row go through Redis. Jobs are not retried there and always complete:
 * the outbox retries, so a Redis that comes back empty loses nothing.
 */
export async function createBullmqQueue(options: BullmqOptions): Promise<Queue> {
  const { url, prefix, onError, timeoutMs = 5000 } = options;
  const [bullmq, connect] = await Promise.all([import("bullmq"), loadRedis(url)]);
  const redis = connect({ enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  reportOutages(redis, onError);
  await within(firstContact(redis), timeoutMs, undefined);
  const producer = createProducer({ bullmq, redis, prefix, onError, timeoutMs });
  const handOver = createHandOver(producer.add);
  const running = createRunning(onError);
  let workers: Workers | undefined;
  let open = true;

  return {
    dispatch: async (tickets) => (open && redis.status === "ready" ? handOver(tickets) : tickets),
    work(handler, { concurrency }) {
      const process = async (lane: Lane, data: unknown) => {
        if (isTicket(data, lane)) await running.run(handler, data);
        else onError(new Error("A job in Redis is not a ticket; it was dropped."));
      };
      workers = startWorkers({ bullmq, connect, prefix, onError, concurrency, process });
    },
    async depth() {
      const waiting = await producer.waiting();
      return waiting === undefined ? undefined : { waiting, running: running.count };
    },
    async close({ deadlineMs = closeDeadlineMs } = {}) {
      open = false;
      await workers?.close(running, deadlineMs);
      redis.disconnect();
    },
  };
}

/** Resolves when Redis is reached, so that the first dispatch finds it, or at the first failure. */
async function firstContact(redis: Redis): Promise<void> {
  await once(redis, "ready").catch(() => undefined);
}
