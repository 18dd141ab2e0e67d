import { join } from "node:path";
import { payBusy } from "../busy-answers.ts";
import type { Place } from "../pages/place.ts";
import type { System, SystemDeps } from "../system.ts";
import { systemApp } from "../system-app.ts";
import type { SimulatedTenant } from "../tenants.ts";
import { payApi } from "./api.ts";
import { cardRoutes } from "./card-routes.tsx";
import { payOfficer } from "./officer-routes.tsx";
import { openPay } from "./pay.ts";

/** Start the GOV.UK Pay of a tenant whose folder describes one. */
export function startPay(
  { tenant, pay: config }: SimulatedTenant,
  deps: SystemDeps,
): System | undefined {
  if (!config) return undefined;
  const account = deps.credentials.pay[tenant];
  const folder = join(deps.dataDir, "pay", tenant);
  const pay = openPay(config, { ...deps, tenant, folder, account });
  const place = (): Place => ({ system: "pay", tenant, faults: pay.faults.all() });
  const { app, calls } = systemApp({ faults: pay.faults, place, deps, busy: payBusy });
  app.use("/v1/*", ...calls);
  app.route("/v1/payments", payApi(pay, account?.apiKey));
  app.route("/card", cardRoutes(pay));
  app.route("/", payOfficer(pay, place));
  return { app, settled: () => pay.webhooks.settled(), close: () => pay.close() };
}
