import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Config, createLog } from "@guildhall/runtime";
import type { Store } from "@guildhall/store";
import { banner } from "../banner.ts";
import type { CommandWorld } from "../commands/world.ts";
import { openStore } from "../open-store.ts";
import { createBlame } from "../supervise/blame.ts";
import { buryDead } from "./bury-dead.ts";
import { Fleet } from "./fleet.ts";
import { createMembers, type Member } from "./member.ts";
import { socketPathOf } from "./node-socket.ts";
import { openSharedRedis, type SharedRedis } from "./shared-redis.ts";

/**
 * Run everything in several processes until a signal ends it, and give the exit code.
 *
 * This one does no more than to start them, to start again those that die, and to write down at once that they have,
 * so that nobody waits for their leases.
 */
export async function runCluster(config: Config, world: CommandWorld): Promise<number> {
  const log = createLog({ name: "guildhall", level: config.logLevel });
  const store = await openStore(config);
  try {
    if ((await store.originals()).size === 0) await seedInChild(world);
    await buryDead(store);
    const redis = await openSharedRedis(config, (error) => log.error({ err: error }));
    try {
      return await runUntilSignal({ config, world, store, redis });
    } finally {
      await redis.close();
    }
  } finally {
    store.close();
  }
}

interface Cluster {
  readonly config: Config;
  readonly world: CommandWorld;
  readonly store: Store;
  readonly redis: SharedRedis;
}

async function runUntilSignal(cluster: Cluster): Promise<number> {
  const { config, world, redis } = cluster;
  const { api, worker } = config.processes;
  const fleet = new Fleet({
    sizes: { worker, api, simulators: config.simulators ? 1 : 0 },
    start: createMembers({ program: world.program, env: redis.env }),
    onEnd: createObituaries(cluster),
    report: world.say,
  });
  const asked = untilAsked();
  process.on("SIGHUP", () => void fleet.roll());
  try {
    await Promise.race([fleet.start(), asked]);
    world.print(await bannerOf(cluster));
    await asked;
    return 0;
  } catch (error) {
    world.say(error instanceof Error ? error.message : "Something failed.");
    return 1;
  } finally {
    await fleet.end();
  }
}

function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
}

/** What is written down when a process has ended. */
function createObituaries({ config, store, world }: Cluster) {
  const blame = createBlame({ data: config.data, report: world.say });
  return async ({ node, slot }: Member, wasAborted: boolean): Promise<void> => {
    if (wasAborted) blame(slot);
    await store.nodes.endOf(node);
    await rm(socketPathOf(config.data, node), { force: true });
  };
}

/** In a process of its own, so that what it takes to read the folders is not kept. */
async function seedInChild({ program }: CommandWorld): Promise<void> {
  const args = [...process.execArgv, fileURLToPath(program), "seed"];
  const child = spawn(process.execPath, args, { stdio: "inherit" });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error("The tenants folder could not be applied.");
}

async function bannerOf({ config, store, redis }: Cluster): Promise<string> {
  const platform = {
    store,
    carrier: redis.carrier,
    mailbox: config.smtpUrl === undefined,
    // Whoever holds the tenants knows their people; nobody is named here.
    groundFor: async () => undefined,
  };
  const simulatorsPort = config.simulators ? config.simulatorsPort : undefined;
  return banner({ platform, port: config.port, simulatorsPort }, config);
}
