import { join } from "node:path";
import { alloyBusy } from "../busy-answers.ts";
import type { Place } from "../pages/place.ts";
import type { System, SystemDeps } from "../system.ts";
import { systemApp } from "../system-app.ts";
import type { SimulatedTenant } from "../tenants.ts";
import { openAlloy } from "./alloy.ts";
import { alloyApi } from "./api.ts";
import { alloyOfficer } from "./officer-routes.tsx";

/** Start the Alloy of a tenant whose folder describes one. */
export function startAlloy(
  { tenant, alloy: config }: SimulatedTenant,
  deps: SystemDeps,
): System | undefined {
  if (!config) return undefined;
  const { dataDir, credentials, fetch, now, pauseMs } = deps;
  const folder = join(dataDir, "alloy", tenant);
  const alloy = openAlloy(config, { tenant, folder, fetch, now, pauseMs });
  const place = (): Place => ({ system: "alloy", tenant, faults: alloy.faults.all() });
  const { app, calls } = systemApp({ faults: alloy.faults, place, deps, busy: alloyBusy });
  app.use("/api/*", ...calls);
  app.route("/api", alloyApi(alloy, credentials.alloy[tenant]));
  app.route("/", alloyOfficer(alloy, place));
  return { app, settled: () => alloy.teller.settled(), close: () => alloy.close() };
}
