import type { Target } from "../loader/target.ts";
import type { Rig, Server } from "../rig.ts";
import { checkRefused } from "./refused.ts";

export const connections = 32;

/** How many requests in a second a target accepts while every connection is kept busy. */
export async function acceptsPerS(rig: Rig, target: Target, seconds: number): Promise<number> {
  const { loader, say } = rig;
  await loader.ask("forget");
  const rate = await loader.ask("closedLoop", { target, connections, seconds });
  checkRefused(target, rate);
  if (rate.loaderBusy > 0.95) say(`  The loader was busy all the time: ${target.url} may do more.`);
  return rate.perS;
}

/** The rate of durable accepts, and how late the server's event loop was while it took them. */
export async function acceptRound(
  rig: Rig,
  { worker, target }: Server,
  seconds: number,
): Promise<{ acceptPerS: number; loopDelayP99Ms: number }> {
  await worker.ask("startLoopDelay");
  const acceptPerS = await acceptsPerS(rig, target, seconds);
  return { acceptPerS, loopDelayP99Ms: await worker.ask("loopDelayP99Ms") };
}
