import { setTimeout as pause } from "node:timers/promises";
import type { Survival } from "../figures.ts";
import { openCouncil, openServer, type Rig } from "../rig.ts";
import { connections } from "./accepts.ts";

const loadMs = 1000;

/**
 * What becomes of acknowledged processes when the server is killed while it takes more, with the back office down.
 *
 * The back office is up again when the server is started again; the clock runs from that start.
 */
export async function survivalOf(rig: Rig): Promise<Survival> {
  const { loader, sinkPort } = rig;
  const opening = { queue: "in-process", sinkPort } as const;
  const { worker, target } = await openCouncil(rig, "killed", opening);
  await loader.ask("forget");
  await loader.ask("closeSink");
  const load = loader.ask("closedLoop", { target, connections, seconds: 10, most: 3000 });
  await pause(loadMs);
  await worker.kill("SIGKILL");
  const { accepted } = await load;

  await loader.ask("openSink", sinkPort);
  const wallMs = Date.now();
  const restarted = await openServer(rig, "killed", opening);
  const { once } = await loader.ask("arrivals", { withinMs: 15_000 });
  const withinMs = await loader.ask("lastArrivalAfter", { wallMs });
  await restarted.worker.kill();
  return { acked: accepted, delivered: once, withinMs };
}
