import { join } from "node:path";
import { Hono } from "hono";
import { openAlloy } from "./alloy/alloy.ts";
import { alloyApi } from "./alloy/api.ts";
import { AlloyError } from "./alloy/errors.ts";
import { alloyOfficer } from "./alloy/officer-routes.tsx";
import { controls } from "./controls.tsx";
import type { FaultBox } from "./faults.ts";
import { type BusyAnswers, type CallEnv, limitBody, misbehave } from "./misbehave.ts";
import { IndexPage } from "./pages/index-page.tsx";
import type { Place } from "./pages/place.ts";
import { secureHeaders } from "./pages/security.ts";
import { stylesheet } from "./pages/stylesheet.ts";
import { createRequestLog, logCalls } from "./request-log.ts";
import { loadTenants, type SimulatedTenant } from "./tenants.ts";
import { type UniformCredentials, uniformApi } from "./uniform/api.ts";
import { uniformOfficer } from "./uniform/officer-routes.tsx";
import { openUniform } from "./uniform/uniform.ts";

/** What the platform was given to call each tenant's systems with. */
export interface SimulatorCredentials {
  /** API keys by tenant. */
  readonly alloy: Readonly<Record<string, string>>;
  readonly uniform: Readonly<Record<string, UniformCredentials>>;
}

export interface SimulatorOptions {
  /** The folder of tenants; those with `simulators/alloy.yaml` or `uniform.yaml` have such a system. */
  readonly folder: string;
  /** Where state is kept. */
  readonly dataDir: string;
  readonly credentials: SimulatorCredentials;
  /** How Alloy's workflow calls the platform. */
  readonly fetch?: typeof fetch;
  readonly now?: () => Date;
  /** The first pause before the workflow tries the platform again. */
  readonly pauseMs?: number;
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
  const defaults = { fetch, now: () => new Date(), pauseMs: 500 };
  const deps: Deps = { ...defaults, ...options, closing: closing.signal };
  const tenants = loadTenants(options.folder);
  const app = new Hono<CallEnv>({ strict: false });
  app.use(secureHeaders);
  app.get("/", (c) => c.html(<IndexPage tenants={tenants} />));
  app.get("/officer.css", (c) => c.text(stylesheet, 200, { "Content-Type": "text/css" }));

  const systems = tenants.flatMap((tenant) => startSystems(app, tenant, deps));
  return {
    app,
    async settled() {
      await Promise.all(systems.map((system) => system.settled()));
    },
    async close() {
      closing.abort();
      await Promise.all(systems.map((system) => system.close()));
    },
  };
}

function startSystems(app: Hono<CallEnv>, simulated: SimulatedTenant, deps: Deps): System[] {
  const { tenant } = simulated;
  const started = {
    alloy: startAlloy(simulated, deps),
    uniform: startUniform(simulated, deps),
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
  const { dataDir, now } = deps;
  const uniform = openUniform(config, { tenant, folder: join(dataDir, "uniform", tenant), now });
  const place = (): Place => ({ system: "uniform", tenant, faults: uniform.faults.all() });
  const { app, calls } = systemApp({ faults: uniform.faults, place, deps, busy: uniformBusy });
  const credentials = deps.credentials.uniform[tenant];
  app.post("/", ...calls);
  app.route("/", uniformApi({ uniform, credentials, path: `/uniform/${tenant}` }));
  app.route("/", uniformOfficer(uniform, place));
  return { app, settled: () => Promise.resolve(), close: () => uniform.close() };
}

interface Parts {
  readonly faults: FaultBox;
  readonly place: () => Place;
  readonly deps: Deps;
  readonly busy: BusyAnswers;
}

/** What every system has: its controls, and what each call to it goes through first. */
function systemApp({ faults, place, deps, busy }: Parts) {
  const log = createRequestLog();
  const app = new Hono<CallEnv>();
  app.route("/", controls({ faults, log, place }));
  const { closing, now } = deps;
  const calls = [logCalls(log, now), limitBody, misbehave({ faults, busy, closing })] as const;
  return { app, calls };
}

const alloyBusy: BusyAnswers = {
  tooMany: (c) => c.json(new AlloyError("RateLimited", "Too many requests"), 429),
  unavailable: (c) => c.json(new AlloyError("SystemUnderMaintenance", "Back soon"), 503),
};

const uniformBusy: BusyAnswers = {
  tooMany: (c) => c.text("Too Many Requests", 429),
  unavailable: (c) => c.text("Service Unavailable", 503),
};
