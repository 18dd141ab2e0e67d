import { join } from "node:path";
import { notifyBusy } from "../busy-answers.ts";
import type { Place } from "../pages/place.ts";
import type { System, SystemDeps } from "../system.ts";
import { systemApp } from "../system-app.ts";
import type { SimulatedTenant } from "../tenants.ts";
import { notifyApi } from "./api.ts";
import { openNotify } from "./notify.ts";
import { notifyOfficer } from "./officer-routes.tsx";

/** Start the GOV.UK Notify of a tenant whose folder describes one. */
export function startNotify(
  { tenant, notify: config }: SimulatedTenant,
  deps: SystemDeps,
): System | undefined {
  if (!config) return undefined;
  const folder = join(deps.dataDir, "notify", tenant);
  const notify = openNotify(config, { tenant, folder, now: deps.now });
  const place = (): Place => ({ system: "notify", tenant, faults: notify.faults.all() });
  const { app, calls } = systemApp({ faults: notify.faults, place, deps, busy: notifyBusy });
  app.use("/v2/*", ...calls);
  app.route("/v2/notifications", notifyApi(notify, deps.credentials.notify?.[tenant]));
  app.route("/", notifyOfficer(notify, place));
  return { app, settled: () => Promise.resolve(), close: () => notify.close() };
}
