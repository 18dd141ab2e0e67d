import { join } from "node:path";
import { valuationBusy } from "../busy-answers.ts";
import type { Place } from "../pages/place.ts";
import type { System, SystemDeps } from "../system.ts";
import { systemApp } from "../system-app.ts";
import type { SimulatedTenant } from "../tenants.ts";
import { valuationApi } from "./api.ts";
import { valuationOfficer } from "./officer-routes.tsx";
import { openValuationOffice } from "./valuation-office.ts";

/** Start the valuation office of a tenant whose folder describes one. */
export function startValuationOffice(
  { tenant, valuebill: config }: SimulatedTenant,
  deps: SystemDeps,
): System | undefined {
  if (!config) return undefined;
  const folder = join(deps.dataDir, "valuebill", tenant);
  const office = openValuationOffice(config, { ...deps, tenant, folder, tenants: deps.folder });
  const place = (): Place => ({ system: "valuebill", tenant, faults: office.faults.all() });
  const { app, calls } = systemApp({ faults: office.faults, place, deps, busy: valuationBusy });
  for (const path of ["/login", "/upload", "/submissions/*"]) app.use(path, ...calls);
  app.route("/", valuationApi({ office, credentials: deps.credentials.valuebill[tenant] }));
  app.route("/", valuationOfficer(office, place));
  return { app, settled: () => office.verifier.settled(), close: () => office.close() };
}
