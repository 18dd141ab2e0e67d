import { setTimeout as pause } from "node:timers/promises";
import type { Worker } from "../child.ts";
import { openServer, type Rig } from "../rig.ts";
import type { PlatformCommands } from "../servers/platform.ts";

const tenants = 400;
const lookEveryMs = 1000;
/** Tenants come to rest a few each second and in waves, so for some seconds none may be open before all rest. */
const settledAfter = 15;
const longestWaitMs = 120_000;
const measuredMs = 6_000;

/** What tenants cost that nobody uses. */
export interface Idle {
  /** The share of one core, in per cent. */
  readonly percent: number;
  /** Files of tenants that are open; null where the system does not tell. */
  readonly openFiles: number | null;
}

/**
 * Start a server that keeps many tenants, and leave it alone: what has never been done for a tenant is done in the first
 * minute, and who is not used for a minute after that rests.
 */
export async function openIdle(rig: Rig): Promise<Worker<PlatformCommands>> {
  const ids = Array.from({ length: tenants }, (_, nth) => `idle-${nth}`);
  const maker = await openServer(rig, "idle", { queue: "in-process" });
  await maker.worker.ask("addTenants", ids);
  await maker.worker.ask("close");
  await maker.worker.kill();
  const { sinkPort } = rig;
  const { worker } = await openServer(rig, "idle", { queue: "in-process", sinkPort, keeps: true });
  return worker;
}

/**
 * Wait until every tenant rests, then measure what the server still does.
 *
 * Only the time of its own processor is counted, so other things may be measured meanwhile.
 */
export async function idleFigures(worker: Worker<PlatformCommands>): Promise<Idle> {
  await settled(worker);
  const began = { at: performance.now(), cpuMs: await worker.ask("cpuMs") };
  await pause(measuredMs);
  const usedMs = (await worker.ask("cpuMs")) - began.cpuMs;
  const percent = (100 * usedMs) / (performance.now() - began.at);
  const openFiles = await worker.ask("openTenantFiles");
  await worker.kill();
  return { percent, openFiles };
}

/** Wait until no file was open for a while; what never comes to rest is measured as it is. */
async function settled(worker: Worker<PlatformCommands>): Promise<void> {
  const until = performance.now() + longestWaitMs;
  let shut = 0;
  while (shut < settledAfter && performance.now() < until) {
    await pause(lookEveryMs);
    shut = (await worker.ask("openTenantFiles")) === 0 ? shut + 1 : 0;
  }
}
