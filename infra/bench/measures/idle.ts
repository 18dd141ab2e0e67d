import { setTimeout as pause } from "node:timers/promises";
import type { Worker } from "../child.ts";
import { openServer, type Rig } from "../rig.ts";
import type { PlatformCommands } from "../servers/platform.ts";

const tenants = 400;
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
 * Start a server that keeps many tenants, and leave it alone: what is done once after a start is done in the first
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

/** Wait until every tenant rests, then measure what the server still does. */
export async function idleFigures(worker: Worker<PlatformCommands>): Promise<Idle> {
  const until = performance.now() + longestWaitMs;
  while ((await worker.ask("openTenantFiles")) !== 0 && performance.now() < until)
    await pause(1000);
  const began = { at: performance.now(), cpuMs: await worker.ask("cpuMs") };
  await pause(measuredMs);
  const usedMs = (await worker.ask("cpuMs")) - began.cpuMs;
  const percent = (100 * usedMs) / (performance.now() - began.at);
  const openFiles = await worker.ask("openTenantFiles");
  await worker.kill();
  return { percent, openFiles };
}
