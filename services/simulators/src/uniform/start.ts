import { join } from "node:path";
import { uniformBusy } from "../busy-answers.ts";
import type { Place } from "../pages/place.ts";
import type { System, SystemDeps } from "../system.ts";
import { systemApp } from "../system-app.ts";
import type { SimulatedTenant } from "../tenants.ts";
import { uniformApi } from "./api.ts";
import { uniformOfficer } from "./officer-routes.tsx";
import { openUniform } from "./uniform.ts";

/** Start the Uniform of a tenant whose folder describes one. */
export function startUniform(
  { tenant, uniform: config }: SimulatedTenant,
  deps: SystemDeps,
): System | undefined {
  if (!config) return undefined;
  const folder = join(deps.dataDir, "uniform", tenant);
  const uniform = openUniform(config, { ...deps, tenant, folder });
  const place = (): Place => ({ system: "uniform", tenant, faults: uniform.faults.all() });
  const { app, calls } = systemApp({ faults: uniform.faults, place, deps, busy: uniformBusy });
  const credentials = deps.credentials.uniform[tenant];
  app.post("/", ...calls);
  app.route("/", uniformApi({ uniform, credentials, path: `/uniform/${tenant}` }));
  app.route("/", uniformOfficer(uniform, place));
  return { app, settled: () => Promise.resolve(), close: () => uniform.close() };
}
