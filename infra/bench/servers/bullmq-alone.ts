import { findRedis, startPrivateRedis } from "@guildhall/queue";
import type { Queue, Worker } from "bullmq";
import { answerCommands } from "../commands.ts";

/** As many jobs at a time as the product hands over in one call when it is busy. */
const together = 32;
/** So many may wait that the worker never does. */
const mostWaiting = 1000;

let queue: Queue;
let worker: Worker;
let worked = 0;

const commands = {
  /** Start a Redis as the product starts its own, with a queue and a worker set as the product's are. */
  open: async ({ directory, concurrency }: { directory: string; concurrency: number }) => {
    const found = await findRedis({ searchPath: process.env.PATH });
    if (found?.kind !== "program") throw new Error("There is no Redis to start");
    const { program } = found;
    const onError = (error: unknown) => process.stderr.write(`${error}\n`);
    const redis = await startPrivateRedis({ directory, program, onError });
    const { Queue, Worker } = await import("bullmq");
    const { Redis } = await import("ioredis");
    const path = redis.url.replace("unix://", "");
    const prefix = "{bench}";
    const connection = new Redis(path, { maxRetriesPerRequest: null });
    queue = new Queue("jobs", { connection, prefix, streams: { events: { maxLen: 100 } } });
    const work = async () => {
      worked += 1;
    };
    worker = new Worker("jobs", work, {
      connection: new Redis(path, { maxRetriesPerRequest: null }),
      prefix,
      concurrency,
      lockDuration: 60_000,
      stalledInterval: 30_000,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 1000, age: 86_400 },
    });
    worker.on("error", onError);
    await worker.waitUntilReady();
  },
  /** How many empty jobs in a second are added and worked, until none is left. */
  jobsPerS: async (seconds: number): Promise<number> => {
    const began = performance.now();
    worked = 0;
    let added = 0;
    while (performance.now() - began < seconds * 1000) {
      await queue.addBulk(Array.from({ length: together }, emptyJob));
      added += together;
      while (added - worked > mostWaiting) await turn();
    }
    while (worked < added) await turn();
    return (added * 1000) / (performance.now() - began);
  },
};
export type BullmqAloneCommands = typeof commands;

function emptyJob() {
  return { name: "empty", data: {}, opts: { attempts: 1 } };
}

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}

answerCommands(commands);
