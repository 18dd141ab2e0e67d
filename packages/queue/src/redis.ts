import type { Redis, RedisOptions } from "ioredis";
import { within } from "./within.ts";

/** A Redis that would lose or hide what we hand to it. The message is for the person who runs it. */
export class RedisUnsuitable extends Error {
  override readonly name = "RedisUnsuitable";
}

/**
 * Refuse a Redis whose settings would throw tickets away under pressure.
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
  const redis = connect({ lazyConnect: true, maxRetriesPerRequest: 0 });
  redis.on("error", ignored);
  try {
    const info = await within(
      redis.connect().then(() => redis.info()),
      timeoutMs,
      undefined,
    );
    if (info === undefined) return "away";
    refuseUnsuitable(info);
    return "ready";
  } catch (error) {
    if (error instanceof RedisUnsuitable) throw error;
    const refusal = refusalOf(error);
    if (refusal) throw new RedisUnsuitable(refusal);
    return "away";
  } finally {
    redis.disconnect();
  }
}

export type Connect = (options: Omit<RedisOptions, "replyMapping">) => Redis;

/** Load the client, for those only who use Redis, and give the means to connect with it. */
export async function loadRedis(url: string): Promise<Connect> {
  const { Redis } = await import("ioredis");
  return (options) => new Redis(url, options);
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

function refuseUnsuitable(info: string): void {
  const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1];
  if (policy !== undefined && policy !== "noeviction") {
    throw new RedisUnsuitable(
      `Redis has the maxmemory-policy "${policy}", which throws work away when memory is short; set it to "noeviction".`,
    );
  }
  const major = Number(/^redis_version:(\d+)/m.exec(info)?.[1] ?? Number.NaN);
  if (major < 6) throw new RedisUnsuitable(`Redis ${major} is too old; 6.2 or later is needed.`);
}

function refusalOf(error: unknown): string | undefined {
  const text = error instanceof Error ? error.message : "";
  if (/^(NOAUTH|WRONGPASS)/.test(text)) return "Redis refuses the name or password in REDIS_URL.";
  if (text.startsWith("NOPERM")) return "The Redis user in REDIS_URL lacks a permission it needs.";
  return undefined;
}

/** The caller's promise carries the error; ioredis would also print it where nobody listens. */
function ignored(): void {}
