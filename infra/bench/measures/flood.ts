import { openServer, type Rig, targetOf } from "../rig.ts";
import { checkRefused } from "./refused.ts";

const flooding = "flooding";
const deliveries = 3000;
const smallTenants = 9;
const steady = { perS: 5, connections: 1 };

/**
 * How long small tenants' cases take from the citizen's click to the back office, at the 99th percentile, while
 * another tenant floods a back office that takes calls and answers none.
 */
export async function smallTenantP99Ms(rig: Rig): Promise<number> {
  const { loader, sinkPort } = rig;
  const hangs = { tenant: flooding, port: await loader.ask("openHanging") };
  const { worker, origin } = await openServer(rig, "flood", {
    queue: "in-process",
    sinkPort,
    hangs,
  });
  const ids = [flooding, ...Array.from({ length: smallTenants }, (_, nth) => `small-${nth}`)];
  const keys = await worker.ask("addTenants", ids);
  const [flooded, ...small] = ids.map((id, nth) => targetOf(origin, id, keys[nth] ?? ""));
  if (!flooded) throw new Error("There is no tenant that floods");
  const send = (seconds: number) =>
    Promise.all(small.map((target) => loader.ask("openLoop", { target, ...steady, seconds })));
  // What is done at the first use of a tenant is not what a flood does to it.
  await send(1);
  await loader.ask("forget");
  const flood = loader.ask("flood", {
    target: flooded,
    connections: 8,
    seconds: 30,
    most: deliveries,
  });
  const loads = await send(6);
  checkRefused(flooded, await flood);
  for (const load of loads) checkRefused({ kind: "guildhall", url: origin }, load);
  const { missing, endToEnd } = await loader.ask("arrivals", { withinMs: 20_000 });
  await worker.kill();
  if (missing > 0 || !endToEnd) throw new Error(`${missing} cases of small tenants never arrived`);
  return endToEnd.p99Ms;
}
