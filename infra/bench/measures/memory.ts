import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { openServer, type Rig, targetOf } from "../rig.ts";
import { checkRefused } from "./refused.ts";

/** How much of the machine's memory a process holds, in megabytes. */
export function residentMbOf(pid: number): number {
  if (process.platform !== "linux")
    return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)])) / 1024;
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

const warmTenants = 16;
const openTenants = 64;

/** What each further tenant adds to a server's memory once it has been used: its databases stay open. */
export async function perTenantMb(rig: Rig): Promise<number> {
  const ids = Array.from({ length: warmTenants + openTenants }, (_, nth) => `council-${nth}`);
  const opening = { queue: "in-process", openTenants: 2 * ids.length } as const;
  const maker = await openServer(rig, "tenants", opening);
  const keys = await maker.worker.ask("addTenants", ids);
  await maker.worker.ask("close");
  await maker.worker.kill();

  const { worker, origin } = await openServer(rig, "tenants", opening);
  const use = async (from: number, to: number, times: number) => {
    for (let nth = from; nth < to; nth += 1)
      await submit(rig, { origin, id: ids[nth] ?? "", key: keys[nth] ?? "", times });
    return worker.ask("residentMb");
  };
  const before = await use(0, warmTenants, 100);
  const after = await use(warmTenants, ids.length, 4);
  await worker.kill();
  return (after - before) / openTenants;
}

async function submit(
  rig: Rig,
  { origin, id, key, times }: { origin: string; id: string; key: string; times: number },
): Promise<void> {
  const target = targetOf(origin, id, key);
  const load = { target, connections: 2, seconds: 10, most: times };
  checkRefused(target, await rig.loader.ask("closedLoop", load));
}
