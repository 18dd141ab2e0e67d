import type { Redis, RedisOptions } from "ioredis";
import type { Trouble } from "./queue.ts";
import { troubleIn, troubleOf } from "./redis-trouble.ts";
import { within } from "./within.ts";

/** A Redis that would lose or hide what we hand to it. The message is for the person who runs it. */
export class RedisUnsuitable extends Error {
  override readonly name = "RedisUnsuitable";
  readonly code: Trouble["code"];

  constructor({ code, sentence }: Trouble) {
    super(sentence);
    this.code = code;
  }
}

/** What passes by itself, as a replica that becomes primary or memory that is freed, is no reason not to start. */
const lasting: ReadonlySet<Trouble["code"]> = new Set(["evicting", "too-old", "refusing"]);

/**
 * Refuse a Redis whose settings would throw tickets away under pressure, or that does not let us in.
 *
 * One that is away is no reason to refuse: the queue finds it when it comes back.
 *
 * @throws RedisUnsuitable
 */
export async function checkRedis(
  url: string,
  { timeoutMs = 3000 }: { readonly timeoutMs?: number } = {},
): Promise<"ready" | "away"> {
  const connect = await loadRedis(url);
  const redis = connect({ lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
  // Why it does not let us in is said here; the call is told only that the connection was closed.
  const said: unknown[] = [];
  redis.on("error", (error) => said.push(error));
  try {
    const info = await within(
      redis.connect().then(() => redis.info()),
      timeoutMs,
      undefined,
    );
    if (info === undefined) return "away";
    refuse(troubleIn(info));
    return "ready";
  } catch (error) {
    if (error instanceof RedisUnsuitable) throw error;
    for (const one of [...said, error]) refuse(troubleOf(one));
    return "away";
  } finally {
    redis.disconnect();
  }
}

function refuse(trouble: Trouble | undefined): void {
  if (trouble && lasting.has(trouble.code)) throw new RedisUnsuitable(trouble);
}

export type Connect = (options: Omit<RedisOptions, "replyMapping">) => Redis;

/** Load the client, for those only who use Redis, and give the means to connect with it. */
export async function loadRedis(url: string): Promise<Connect> {
  const { Redis } = await import("ioredis");
  return (options) => new Redis(url, { reconnectOnError: movedOn, ...options });
}

/** After a failover the address leads to the new primary only over a new connection. */
function movedOn(error: Error): boolean {
  return error.message.startsWith("READONLY");
}

/** Tell of the first error of each outage, not of every attempt to reconnect. */
export function reportOutages(redis: Redis, onError: (error: unknown) => void): void {
  let told = false;
  redis.on("error", (error) => {
    if (!told) onError(error);
    told = true;
  });
  redis.on("ready", () => {
    told = false;
  });
}
