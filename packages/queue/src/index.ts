export { type BullmqOptions, createBullmqQueue } from "./bullmq.ts";
export { type FindOptions, type FoundRedis, findRedis } from "./find-redis.ts";
export { createInProcessQueue, type InProcessOptions } from "./in-process.ts";
export { type OpenOptions, type OpenQueue, openQueue } from "./open.ts";
export { type PrivateRedis, type PrivateRedisOptions, startPrivateRedis } from "./private-redis.ts";
export { type Depth, type Handler, type OnError, type Queue, ticketKey } from "./queue.ts";
export { checkRedis, RedisUnsuitable } from "./redis.ts";
