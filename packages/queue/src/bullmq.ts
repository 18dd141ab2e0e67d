import { once } from "node:events";
import type { Redis } from "ioredis";
import { createHandOver } from "./hand-over.ts";
import { onceAMinute } from "./once-a-minute.ts";
import { createProducer, type Waiting } from "./producer.ts";
import {
  closeDeadlineMs,
  type Depth,
  type Depths,
  isCarried,
  type Lane,
  lanes,
  type OnError,
  type Queue,
} from "./queue.ts";
import { loadRedis, reportOutages } from "./redis.ts";
import { createRunning, type Running } from "./running.ts";
import { watchRedis } from "./watch-redis.ts";
import { within } from "./within.ts";
import { startWorkers, type Workers } from "./workers.ts";

export interface BullmqOptions {
  /** `redis://…`, `rediss://…` or `unix:///…`. */
  readonly url: string;
  /** The name of this installation, or of one of its nodes: what begins every key of ours in Redis. */
  readonly prefix: string;
  readonly onError: OnError;
  /** Whether spans are made of what goes through Redis. */
  readonly traced?: boolean;
  /** How long Redis may take to answer before it counts as away. */
  readonly timeoutMs?: number;
  /** How long a job is its worker's without a word from it; then it is given to another. */
  readonly lockMs?: number;
  /** How often Redis is asked whether its settings still suit. */
  readonly watchEveryMs?: number;
  readonly now?: () => number;
}

/**
 * Carry tickets over BullMQ, to as many worker processes as there are.
 *
 * Only place and claim of a row go through Redis. Jobs are not retried there and always complete:
 * the outbox retries, so a Redis that comes back empty loses nothing.
 */
export async function createBullmqQueue(options: BullmqOptions): Promise<Queue> {
  const { url, prefix, timeoutMs = 5000, lockMs = 60_000, now = Date.now } = options;
  const [bullmq, connect, telemetry] = await Promise.all([
    import("bullmq"),
    loadRedis(url),
    telemetryOf(options),
  ]);
  const redis = connect({
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    // The limit of our own is first, and connects anew; this one ends what is asked beside it.
    commandTimeout: 2 * timeoutMs,
  });
  const onError = onceAMinute(options.onError, now);
  reportOutages(redis, options.onError);
  await within(firstContact(redis), timeoutMs, undefined);
  const { watchEveryMs: everyMs = 30_000 } = options;
  const watch = watchRedis(redis, { everyMs, timeoutMs, onError: options.onError });
  const producer = createProducer({ bullmq, redis, prefix, onError, timeoutMs, now, telemetry });
  const handOver = createHandOver(producer.add);
  const running = createRunning(options.onError);
  let workers: Workers | undefined;
  let open = true;

  return {
    dispatch: async (carried) => (open && redis.status === "ready" ? handOver(carried) : carried),
    work(handler, { concurrency }) {
      const process = async (lane: Lane, data: unknown) => {
        if (isCarried(data, lane)) await running.run(handler, data);
        else options.onError(new Error("A job in Redis is not a ticket; it was dropped."));
      };
      const how = { concurrency, process, lockMs, telemetry };
      workers = startWorkers({ bullmq, connect, prefix, onError, ...how });
    },
    async depth() {
      const waiting = await producer.waiting();
      return waiting && depthsOf(waiting, running);
    },
    trouble: watch.trouble,
    async close({ deadlineMs = closeDeadlineMs } = {}) {
      open = false;
      watch.stop();
      await workers?.close(running, deadlineMs);
      redis.disconnect();
    },
  };
}

/** Loaded only where traces are kept, since BullMQ then carries a trace beside each job. */
async function telemetryOf({ traced, prefix }: BullmqOptions) {
  if (!traced) return undefined;
  const { BullMQOtel } = await import("bullmq-otel");
  return new BullMQOtel({ tracerName: prefix });
}

function depthsOf(waiting: ReadonlyMap<Lane, Waiting>, running: Running): Depths {
  const nothing: Waiting = { waiting: 0, oldestMs: 0 };
  const depths = lanes.map((lane): [Lane, Depth] => [
    lane,
    { ...(waiting.get(lane) ?? nothing), running: running.count(lane) },
  ]);
  // Object.fromEntries forgets which keys it was given.
  return Object.fromEntries(depths) as Record<Lane, Depth>;
}

/** Resolves when Redis is reached, so that the first dispatch finds it, or at the first failure. */
async function firstContact(redis: Redis): Promise<void> {
  await once(redis, "ready").catch(() => undefined);
}
