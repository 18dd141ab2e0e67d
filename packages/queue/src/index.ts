export { findRedis } from "./find-redis.ts";
export { createInProcessQueue } from "./in-process.ts";
export { type OpenQueue, openQueue } from "./open.ts";
export { startPrivateRedis } from "./private-redis.ts";
export { type Carried, isChore, type Queue } from "./queue.ts";
export { checkRedis, RedisUnsuitable } from "./redis.ts";
