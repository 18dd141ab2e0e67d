import { createSchemaChecker } from "@guildhall/xml";
import { Hono } from "hono";
import { startAlloy } from "./alloy/start.ts";
import type { CallEnv } from "./misbehave.ts";
import { startNotify } from "./notify/start.ts";
import { IndexPage } from "./pages/index-page.tsx";
import { secureHeaders } from "./pages/security.ts";
import { stylesheet } from "./pages/stylesheet.ts";
import { startPay } from "./pay/start.ts";
import { startPlaces } from "./places/start.ts";
import { usualRegister } from "./register/config.ts";
import { serveNewcomers } from "./register/newcomers.ts";
import type { RegisterCredentials } from "./register/register.ts";
import { startRegister } from "./register/start.ts";
import type { SimulatorOptions, System, SystemDeps } from "./system.ts";
import { loadTenants, type SimulatedTenant } from "./tenants.ts";
import { startUniform } from "./uniform/start.ts";
import { xmlStyles } from "./valuation-office/pages/xml-styles.ts";
import { startValuationOffice } from "./valuation-office/start.ts";

export interface Simulators {
  readonly app: Hono<CallEnv>;
  /** Ends when every news that officers caused is answered for. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Simulate the back offices of the tenants in a folder, each with its own data, faults and officer's pages.
 *
 * @throws Error that names the file, where a tenant's set-up or state cannot be read.
 */
export function createSimulators(options: SimulatorOptions): Simulators {
  const closing = new AbortController();
  const newcomer = async () => undefined;
  const defaults = { fetch, now: () => new Date(), pauseMs: 500, newcomer };
  const own = createSchemaChecker();
  const deps: SystemDeps = { ...defaults, checker: own, ...options, closing: closing.signal };
  const tenants = loadTenants(options.folder);
  const app = new Hono<CallEnv>({ strict: false });
  app.use(secureHeaders);
  app.get("/", (c) => c.html(<IndexPage tenants={tenants} />));
  const styles = stylesheet + xmlStyles;
  app.get("/officer.css", (c) => c.text(styles, 200, { "Content-Type": "text/css" }));

  const systems = tenants.flatMap((tenant) => startSystems(app, tenant, deps));
  app.all("/register/:tenant/*", serveNewcomers(deps.newcomer, openingRegister(systems, deps)));
  return {
    app,
    async settled() {
      await Promise.all(systems.map((system) => system.settled()));
    },
    async close() {
      closing.abort();
      await Promise.all(systems.map((system) => system.close()));
      await own.close();
    },
  };
}

function startSystems(app: Hono<CallEnv>, simulated: SimulatedTenant, deps: SystemDeps): System[] {
  const { tenant } = simulated;
  const started = {
    alloy: startAlloy(simulated, deps),
    uniform: startUniform(simulated, deps),
    pay: startPay(simulated, deps),
    valuebill: startValuationOffice(simulated, deps),
    register: startRegister(simulated, deps),
    places: startPlaces(simulated, deps),
    notify: startNotify(simulated, deps),
  };
  return Object.entries(started).flatMap(([name, system]) => {
    if (!system) return [];
    app.route(`/${name}/${tenant}`, system.app);
    return [system];
  });
}

/** Opens the usual register for a tenant, and sees that it ends with the others. */
function openingRegister(systems: System[], deps: SystemDeps) {
  return (tenant: string, accepted: RegisterCredentials) => {
    const credentials = { ...deps.credentials, register: { [tenant]: accepted } };
    const system = startRegister({ tenant, register: usualRegister }, { ...deps, credentials });
    if (system) systems.push(system);
    return system?.app;
  };
}
