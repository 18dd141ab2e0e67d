import { createBullmqQueue } from "./bullmq.ts";
import { type FindOptions, findRedis } from "./find-redis.ts";
import { createInProcessQueue } from "./in-process.ts";
import { startPrivateRedis } from "./private-redis.ts";
import type { OnError, Queue } from "./queue.ts";
import { checkRedis } from "./redis.ts";

export interface OpenOptions extends FindOptions {
  /** `auto` takes Redis where there is one; `bullmq` insists on it. */
  readonly kind: "auto" | "bullmq" | "in-process";
  /** Where a private Redis keeps its data. */
  readonly directory: string;
  readonly prefix: string;
  readonly onError: OnError;
  /** Whether spans are made of what goes through Redis. */
  readonly traced?: boolean;
}

export interface OpenQueue {
  readonly queue: Queue;
  /** What carries it, for the start banner. */
  readonly carrier: "in-process" | "given-redis" | "private-redis";
  /** End the queue, then the private Redis beneath it. */
  close(options?: { readonly deadlineMs?: number }): Promise<void>;
}

/**
 * Open the queue that the configuration asks for.
 *
 * @throws RedisUnsuitable where the given Redis would throw work away
 */
export async function openQueue(options: OpenOptions): Promise<OpenQueue> {
  if (options.kind === "in-process") return openInProcess(options);
  const found = await findRedis(options);
  if (found?.kind === "given") {
    await checkRedis(found.url);
    const queue = await createBullmqQueue({ ...options, url: found.url });
    return { queue, carrier: "given-redis", close: queue.close };
  }
  if (found) return openPrivate(options, found.program);
  if (options.kind === "auto") return openInProcess(options);
  throw new Error("QUEUE is bullmq, but REDIS_URL is not set and no redis-server is on the PATH.");
}

function openInProcess({ onError }: OpenOptions): OpenQueue {
  const queue = createInProcessQueue({ onError });
  return { queue, carrier: "in-process", close: queue.close };
}

async function openPrivate(options: OpenOptions, program: string): Promise<OpenQueue> {
  const redis = await startPrivateRedis({ ...options, program });
  const queue = await createBullmqQueue({ ...options, url: redis.url });
  return {
    queue,
    carrier: "private-redis",
    async close(deadline) {
      await queue.close(deadline);
      await redis.close();
    },
  };
}
