export { type BullmqOptions, createBullmqQueue } from "./bullmq.ts";
export { type FindOptions, type FoundRedis, findRedis } from "./find-redis.ts";
export { createInProcessQueue, type InProcessOptions } from "./in-process.ts";
export { type OpenOptions, type OpenQueue, openQueue } from "./open.ts";
export { type PrivateRedis, type PrivateRedisOptions, startPrivateRedis } from "./private-redis.ts";
export {
  type Carried,
  type Concurrency,
  type Depth,
  type Depths,
  type Handler,
  isChore,
  type Lane,
  lanes,
  type OnError,
  type Queue,
  type Trouble,
  ticketKey,
} from "./queue.ts";
export { checkRedis, RedisUnsuitable } from "./redis.ts";
