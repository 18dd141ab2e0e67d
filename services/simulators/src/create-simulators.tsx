import { join } from "node:path";
import { createSchemaChecker, type SchemaChecker } from "@guildhall/xml";
import { Hono } from "hono";
import { openAlloy } from "./alloy/alloy.ts";
import { alloyApi } from "./alloy/api.ts";
import { alloyOfficer } from "./alloy/officer-routes.tsx";
import {
  alloyBusy,
  notifyBusy,
  payBusy,
  placesBusy,
  registerBusy,
  uniformBusy,
  valuationBusy,
} from "./busy-answers.ts";
import type { CallEnv } from "./misbehave.ts";
import { notifyApi } from "./notify/api.ts";
import { openNotify } from "./notify/notify.ts";
import { notifyOfficer } from "./notify/officer-routes.tsx";
import { IndexPage } from "./pages/index-page.tsx";
import type { Place } from "./pages/place.ts";
import { secureHeaders } from "./pages/security.ts";
import { stylesheet } from "./pages/stylesheet.ts";
import { payApi } from "./pay/api.ts";
import { cardRoutes } from "./pay/card-routes.tsx";
import { payOfficer } from "./pay/officer-routes.tsx";
import { openPay, type PayAccount } from "./pay/pay.ts";
import { placesApi } from "./places/api.ts";
import { placesOfficer } from "./places/officer-routes.tsx";
import { openPlaces } from "./places/places.ts";
import { usualRegister } from "./register/config.ts";
import { serveNewcomers } from "./register/newcomers.ts";
import { registerOfficer } from "./register/officer-routes.tsx";
import { open311Door } from "./register/open311-door.ts";
import { openRegister, type RegisterCredentials } from "./register/register.ts";
import { restDoor } from "./register/rest-door.ts";
import { soapDoor } from "./register/soap-door.ts";
import { systemApp } from "./system-app.ts";
import { loadTenants, type SimulatedTenant } from "./tenants.ts";
import { type UniformCredentials, uniformApi } from "./uniform/api.ts";
import { uniformOfficer } from "./uniform/officer-routes.tsx";
import { openUniform } from "./uniform/uniform.ts";
import { type ValuationCredentials, valuationApi } from "./valuation-office/api.ts";
import { valuationOfficer } from "./valuation-office/officer-routes.tsx";
import { xmlStyles } from "./valuation-office/pages/xml-styles.ts";
import { openValuationOffice } from "./valuation-office/valuation-office.ts";

/** What the platform was given to call each tenant's systems with. */
export interface SimulatorCredentials {
  /** API keys by tenant. */
  readonly alloy: Readonly<Record<string, string>>;
  readonly uniform: Readonly<Record<string, UniformCredentials>>;
  readonly pay: Readonly<Record<string, PayAccount>>;
  readonly valuebill: Readonly<Record<string, ValuationCredentials>>;
  readonly register?: Readonly<Record<string, RegisterCredentials>>;
  /** API keys by tenant. */
  readonly places?: Readonly<Record<string, string>>;
  /** API keys by tenant. */
  readonly notify?: Readonly<Record<string, string>>;
}

export interface SimulatorOptions {
  /** The folder of tenants; those with `simulators/alloy.yaml`, `uniform.yaml`, `pay.yaml`, `valuebill.yaml`, `register.yaml`, `places.yaml` or `notify.yaml` have such a system. */
  readonly folder: string;
  /** Where state is kept. */
  readonly dataDir: string;
  readonly credentials: SimulatorCredentials;
  /** What a tenant's register accepts that the folder does not name, such as one that has just been made; undefined for no tenant. */
  readonly newcomer?: (tenant: string) => Promise<RegisterCredentials | undefined>;
  /** How Alloy's workflow calls the platform. */
  readonly fetch?: typeof fetch;
  readonly now?: () => Date;
  /** The first pause before the workflow tries the platform again. */
  readonly pauseMs?: number;
  /** Checks documents against schemas; one of their own where there is none to share. */
  readonly checker?: Pick<SchemaChecker, "check">;
}

export interface Simulators {
  readonly app: Hono<CallEnv>;
  /** Ends when every news that officers caused is answered for. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** A system that runs: its routes, and how to end it. */
interface System {
  readonly app: Hono<CallEnv>;
  settled(): Promise<void>;
  close(): void | Promise<void>;
}

type Deps = Required<SimulatorOptions> & { readonly closing: AbortSignal };

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
  const deps: Deps = { ...defaults, checker: own, ...options, closing: closing.signal };
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

function startSystems(app: Hono<CallEnv>, simulated: SimulatedTenant, deps: Deps): System[] {
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

function startAlloy({ tenant, alloy: config }: SimulatedTenant, deps: Deps): System | undefined {
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

function startUniform(
  { tenant, uniform: config }: SimulatedTenant,
  deps: Deps,
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

function startPay({ tenant, pay: config }: SimulatedTenant, deps: Deps): System | undefined {
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

function startValuationOffice(
  { tenant, valuebill: config }: SimulatedTenant,
  deps: Deps,
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

function startRegister(
  { tenant, register: config }: SimulatedTenant,
  deps: Deps,
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

/** Opens the usual register for a tenant, and sees that it ends with the others. */
function openingRegister(systems: System[], deps: Deps) {
  return (tenant: string, accepted: RegisterCredentials) => {
    const credentials = { ...deps.credentials, register: { [tenant]: accepted } };
    const system = startRegister({ tenant, register: usualRegister }, { ...deps, credentials });
    if (system) systems.push(system);
    return system?.app;
  };
}

function startPlaces({ tenant, places: config }: SimulatedTenant, deps: Deps): System | undefined {
  if (!config) return undefined;
  const places = openPlaces(config, { tenant, folder: join(deps.dataDir, "places", tenant) });
  const place = (): Place => ({ system: "places", tenant, faults: places.faults.all() });
  const { app, calls } = systemApp({ faults: places.faults, place, deps, busy: placesBusy });
  for (const path of ["/search/*", "/maps/*"]) app.use(path, ...calls);
  // First, since the API refuses whatever comes without its key.
  app.route("/", placesOfficer(place));
  app.route("/", placesApi(places, deps.credentials.places?.[tenant]));
  return { app, settled: () => Promise.resolve(), close: () => places.close() };
}

function startNotify({ tenant, notify: config }: SimulatedTenant, deps: Deps): System | undefined {
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
