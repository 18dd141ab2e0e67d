import type { Redis } from "ioredis";
import type { OnError, Trouble } from "./queue.ts";
import { RedisUnsuitable } from "./redis.ts";
import { away, troubleIn, troubleOf } from "./redis-trouble.ts";
import { within } from "./within.ts";

export interface WatchOptions {
  readonly everyMs: number;
  readonly timeoutMs: number;
  readonly onError: OnError;
}

/** Looks at a Redis now and then: its settings can be changed while we use it. */
export interface Watch {
  trouble(): Trouble | undefined;
  stop(): void;
}

/** Tell of each trouble when it begins, and know it until it has passed. */
export function watchRedis(redis: Redis, { everyMs, timeoutMs, onError }: WatchOptions): Watch {
  let seen: Trouble | undefined;

  async function look(): Promise<void> {
    if (redis.status !== "ready") return;
    const found = await within(ask(redis), timeoutMs, away);
    // That it is away is told of by its connection.
    if (found && found.code !== seen?.code && found.code !== "away") {
      onError(new RedisUnsuitable(found));
    }
    seen = found;
  }

  const timer = setInterval(() => void look(), everyMs).unref();
  return {
    trouble: () => (redis.status === "ready" ? seen : away),
    stop: () => clearInterval(timer),
  };
}

async function ask(redis: Redis): Promise<Trouble | undefined> {
  try {
    return troubleIn(await redis.info());
  } catch (error) {
    return troubleOf(error) ?? away;
  }
}
