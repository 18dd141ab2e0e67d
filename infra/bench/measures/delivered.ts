import { setTimeout as pause } from "node:timers/promises";
import type { Arrivals } from "../loader/loader.ts";
import type { Target } from "../loader/target.ts";
import type { Rig, Server } from "../rig.ts";
import type { Latency } from "../statistics.ts";
import { council } from "../tenant.ts";
import { connections } from "./accepts.ts";
import { checkRefused } from "./refused.ts";

const longestDrainMs = 30_000;

/**
 * How many processes in a second go all the way: accepted, delivered once, and the citizen's message settled.
 *
 * The clock runs from the first submission until nothing is owed, so what was accepted faster than it could be
 * delivered counts as late, not as done.
 */
export async function deliveredPerS(rig: Rig, server: Server, seconds: number): Promise<number> {
  const began = performance.now();
  const { accepted } = await arrivalsOf(rig, server.target, seconds);
  await settled(server);
  return (accepted * 1000) / (performance.now() - began);
}

/** The same for a peer, which owes nothing but the delivery. */
export async function peerDeliveredPerS(
  rig: Rig,
  target: Target,
  seconds: number,
): Promise<number> {
  const { accepted, tookMs } = await arrivalsOf(rig, target, seconds);
  return (accepted * 1000) / tookMs;
}

/** Latency at a steady rate: to the acknowledgement, and to the back office. */
export async function steadyRound(
  rig: Rig,
  { target, worker }: Server,
  load: { perS: number; seconds: number },
): Promise<{ accept: Latency; endToEnd: Latency }> {
  const { loader } = rig;
  await loader.ask("forget");
  const answers = await loader.ask("openLoop", { target, ...load });
  checkRefused(target, answers);
  const arrivals = await loader.ask("arrivals", { withinMs: longestDrainMs });
  const { endToEnd } = complete(arrivals, target);
  await settled({ worker, target });
  if (!endToEnd) throw new Error("Nothing arrived");
  return { accept: answers.latency, endToEnd };
}

/** Wait until a server owes nothing. */
async function settled({ worker }: Server): Promise<void> {
  const until = performance.now() + longestDrainMs;
  while (!(await worker.ask("isSettled", council))) {
    if (performance.now() > until) throw new Error("Messages were not sent in time");
    await pause(10);
  }
}

async function arrivalsOf(rig: Rig, target: Target, seconds: number): Promise<Arrivals> {
  const { loader } = rig;
  await loader.ask("forget");
  checkRefused(target, await loader.ask("closedLoop", { target, connections, seconds }));
  return complete(await loader.ask("arrivals", { withinMs: longestDrainMs }), target);
}

function complete(arrivals: Arrivals, { url }: Target): Arrivals {
  const { accepted, once, repeated, missing } = arrivals;
  if (accepted === once) return arrivals;
  throw new Error(
    `${url}: of ${accepted} accepted, ${repeated} came more than once and ${missing} never`,
  );
}
