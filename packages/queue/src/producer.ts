import type { Queue as BullQueue, Telemetry } from "bullmq";
import type { Redis } from "ioredis";
import type { Take } from "./hand-over.ts";
import { type Carried, type Lane, lanes, ticketKey } from "./queue.ts";
import { originOf } from "./traces.ts";
import { within } from "./within.ts";

export interface ProducerOptions {
  readonly bullmq: typeof import("bullmq");
  readonly redis: Redis;
  readonly prefix: string;
  readonly onError: (error: unknown) => void;
  readonly timeoutMs: number;
  readonly now: () => number;
  readonly telemetry: Telemetry | undefined;
}

/** What waits in one lane, in Redis. */
export interface Waiting {
  readonly waiting: number;
  readonly oldestMs: number;
}

export interface Producer {
  readonly add: Take;
  waiting(): Promise<ReadonlyMap<Lane, Waiting> | undefined>;
}

/** Each lane keeps its keys in one slot of a Redis Cluster. */
export function keyPrefix(prefix: string, lane: Lane): string {
  return `{${prefix}-${lane}}`;
}

/**
 * Add jobs to Redis, and count them, or tell within the time limit that it cannot be done.
 *
 * BullMQ's queue object stays broken if Redis went away while it was set up, and one that waits
 * for an answer waits for ever. So each is used only while it works: after a failure the next
 * call begins with a new one, and after a silence with a new connection as well.
 */
export function createProducer({ bullmq, redis, ...options }: ProducerOptions): Producer {
  const queues = new Map<Lane, BullQueue>();

  function queueOf(lane: Lane): BullQueue {
    const known = queues.get(lane);
    if (known) return known;
    const queue = new bullmq.Queue(lane, {
      connection: redis,
      prefix: keyPrefix(options.prefix, lane),
      streams: { events: { maxLen: 100 } },
      ...(options.telemetry && { telemetry: options.telemetry }),
    });
    queue.on("error", ignored);
    queues.set(lane, queue);
    return queue;
  }

  async function ask<T>(lane: Lane, question: (queue: BullQueue) => Promise<T>) {
    if (redis.status !== "ready") return undefined;
    try {
      const answer = await within(question(queueOf(lane)), options.timeoutMs, late);
      if (answer !== late) return { answer };
      redis.disconnect(true);
      options.onError(new Error("Redis did not answer in time; connecting anew."));
    } catch (error) {
      if (redis.status === "ready") options.onError(error);
    }
    queues.get(lane)?.close().catch(ignored);
    queues.delete(lane);
    return undefined;
  }

  const look = (lane: Lane) => ask(lane, (queue) => waitingIn(queue, options.now()));
  return {
    add: async (lane, carried) => {
      const jobs = carried.map((one) => jobOf(one, options.now()));
      return (await ask(lane, (queue) => queue.addBulk(jobs))) !== undefined;
    },
    async waiting() {
      const found = await Promise.all(
        lanes.map(async (lane) => [lane, (await look(lane))?.answer] as const),
      );
      const known = found.flatMap(([lane, answer]) => (answer ? [[lane, answer] as const] : []));
      return known.length < lanes.length ? undefined : new Map(known);
    },
  };
}

const late = Symbol("late");

async function waitingIn(queue: BullQueue, now: number): Promise<Waiting> {
  const [waiting, [oldest]] = await Promise.all([
    queue.getWaitingCount(),
    queue.getJobs(["waiting"], 0, 0, true),
  ]);
  return { waiting, oldestMs: oldest ? Math.max(0, now - oldest.timestamp) : 0 };
}

/** Data in Redis is clear text: nothing goes there but where the row is, and the trace that it belongs to. */
function jobOf(carried: Carried, timestamp: number) {
  const { tenant, id, generation, kind } = carried;
  const metadata = originOf(carried);
  return {
    name: kind,
    data: { tenant, id, generation, kind },
    opts: {
      jobId: jobId(carried),
      attempts: 1,
      timestamp,
      ...(metadata !== undefined && { telemetry: { metadata } }),
    },
  };
}

/** BullMQ splits ids at colons, so none may hold one; with its dots it is never a bare number. */
export function jobId(carried: Carried): string {
  return ticketKey(carried).replaceAll(":", "%3A");
}

/** The same error reaches us by the call that failed, or by the connection's own listener. */
function ignored(): void {}
