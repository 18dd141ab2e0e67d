import type { Ticket } from "@guildhall/contract";
import type { Queue as BullQueue } from "bullmq";
import type { Redis } from "ioredis";
import type { Take } from "./hand-over.ts";
import { type Lane, lanes, type OnError, ticketKey } from "./queue.ts";
import { within } from "./within.ts";

export interface ProducerOptions {
  readonly bullmq: typeof import("bullmq");
  readonly redis: Redis;
  readonly prefix: string;
  readonly onError: OnError;
  readonly timeoutMs: number;
}

export interface Producer {
  readonly add: Take;
  waiting(): Promise<number | undefined>;
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

  return {
    add: async (lane, tickets) =>
      (await ask(lane, (q) => q.addBulk(tickets.map(jobOf)))) !== undefined,
    async waiting() {
      const counts = await Promise.all(lanes.map((lane) => ask(lane, (q) => q.getWaitingCount())));
      if (counts.includes(undefined)) return undefined;
      return counts.reduce((sum, count) => sum + (count?.answer ?? 0), 0);
    },
  };
}

const late = Symbol("late");

/** Data in Redis is clear text: nothing goes there but where the row is. */
function jobOf({ tenant, id, generation, kind }: Ticket) {
  return {
    name: kind,
    data: { tenant, id, generation, kind },
    opts: { jobId: jobId({ tenant, id, generation, kind }), attempts: 1 },
  };
}

/** BullMQ splits ids at colons, so none may hold one; with its dots it is never a bare number. */
export function jobId(ticket: Ticket): string {
  return ticketKey(ticket).replaceAll(":", "%3A");
}

/** The same error reaches us by the call that failed, or by the connection's own listener. */
function ignored(): void {}
