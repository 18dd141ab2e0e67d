import { join } from "node:path";
import { checkRedis, findRedis, type OpenQueue, startPrivateRedis } from "@guildhall/queue";
import type { Config } from "@guildhall/runtime";

/** The Redis of all processes of a cluster: one that is given, a private one, or none. */
export interface SharedRedis {
  readonly carrier: OpenQueue["carrier"];
  /** What the processes are told of it. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Find or start the Redis that the configuration asks for. @throws RedisUnsuitable */
export async function openSharedRedis(
  config: Config,
  onError: (error: unknown) => void,
): Promise<SharedRedis> {
  const { queue, redisUrl: url, searchPath, data } = config;
  const found =
    queue === "in-process"
      ? undefined
      : await findRedis({ searchPath, ...(url === undefined ? {} : { url }) });
  if (found?.kind === "given") {
    await checkRedis(found.url);
    return { carrier: "given-redis", env: {}, close: async () => undefined };
  }
  if (found) {
    const { program } = found;
    const redis = await startPrivateRedis({ directory: join(data, "redis"), program, onError });
    const env = { REDIS_URL: redis.url, QUEUE: "bullmq" };
    return { carrier: "private-redis", env, close: redis.close };
  }
  if (queue === "bullmq")
    throw new Error(
      "QUEUE is bullmq, but REDIS_URL is not set and no redis-server is on the PATH.",
    );
  return { carrier: "in-process", env: { QUEUE: "in-process" }, close: async () => undefined };
}
