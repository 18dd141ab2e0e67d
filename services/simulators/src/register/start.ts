import { join } from "node:path";
import { registerBusy } from "../busy-answers.ts";
import type { Place } from "../pages/place.ts";
import type { System, SystemDeps } from "../system.ts";
import { systemApp } from "../system-app.ts";
import type { SimulatedTenant } from "../tenants.ts";
import { registerOfficer } from "./officer-routes.tsx";
import { open311Door } from "./open311-door.ts";
import { openRegister } from "./register.ts";
import { restDoor } from "./rest-door.ts";
import { soapDoor } from "./soap-door.ts";

/** Start the register of a tenant whose folder describes one. */
export function startRegister(
  { tenant, register: config }: SimulatedTenant,
  deps: SystemDeps,
): System | undefined {
  if (!config) return undefined;
  const folder = join(deps.dataDir, "register", tenant);
  const register = openRegister(config, { tenant, folder, now: deps.now });
  const place = (): Place => ({ system: "register", tenant, faults: register.faults.all() });
  const { app, calls } = systemApp({ faults: register.faults, place, deps, busy: registerBusy });
  const credentials = deps.credentials.register?.[tenant];
  for (const path of ["/api/*", "/soap/*", "/open311/*"]) app.use(path, ...calls);
  app.route("/api", restDoor(register, credentials?.apiKey));
  app.route("/soap", soapDoor(register, credentials));
  app.route("/open311", open311Door(register, credentials?.apiKey));
  app.route("/", registerOfficer(register, place));
  return { app, settled: () => Promise.resolve(), close: () => register.close() };
}
