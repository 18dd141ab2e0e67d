import { join } from "node:path";
import {
  type Config,
  createHealth,
  createLog,
  createMetrics,
  type Log,
  shutdownOnSignals,
} from "@guildhall/runtime";
import { createSimulators, type Simulators } from "@guildhall/simulators";
import { banner, type Running } from "./banner.ts";
import { type Answer, createDoor, leadToHttps } from "./door/door.ts";
import type { Folders } from "./folders.ts";
import { outboxFigures } from "./outbox-figures.ts";
import { openPlatform, type Platform } from "./platform.ts";
import { createRoot } from "./root.ts";
import { seed } from "./seed.ts";
import { type Listening, startServer } from "./serve.ts";
import { credentialsFor, simulatorCredentials } from "./simulator-credentials.ts";
import { openCrashJournal, readQuarantine } from "./supervise/crash-journal.ts";

/** A server that runs: everything in one process. */
export interface RunningServer extends Running {
  close(): Promise<void>;
}

/**
 * Run everything in this process: API, pages, worker and, where they are on, simulators.
 *
 * It listens only when it can answer, and delivers only when its simulators do.
 */
export async function runServer(
  config: Config,
  folders: Folders,
  log: Log = createLog({ name: "guildhall", level: config.logLevel }),
): Promise<RunningServer> {
  const journal = openCrashJournal(config.data);
  const platform = await openPlatform({
    config,
    log,
    quarantined: readQuarantine(config.data),
    onUse: journal.note,
  });
  await seed(platform, { folder: folders.tenants, data: config.data });
  const simulators = config.simulators
    ? await startSimulators(platform, config, folders)
    : undefined;
  const health = createHealth({
    checks: { directory: { required: true, run: () => platform.store.tenants() } },
  });
  const metrics = createMetrics({
    outbox: () => outboxFigures(platform),
    unlistedCalls: () => platform.calls.unlisted,
  });
  const fetch = createRoot({
    platform,
    metrics,
    config,
    health,
    assets: folders.assets,
    problems: folders.problems,
  });
  const server = await listenToAll(config, fetch, log);
  await platform.start();
  return {
    platform,
    port: server.port,
    simulatorsPort: simulators?.listening.port,
    close: async () => {
      health.drain();
      await server.close();
      await platform.close();
      await simulators?.listening.close();
      await simulators?.simulators.close();
      journal.close();
    },
  };
}

/** Listen where the platform is served, and at the port that leads to it where there is one. */
async function listenToAll(config: Config, fetch: Answer, log: Log): Promise<Listening> {
  const { port, httpPort, tls: files, clientCertificates, publicUrl, trustedProxies } = config;
  const onFault = (sentence: string) => log.warn(sentence);
  const server = await startServer({
    port,
    fetch,
    door: createDoor(config),
    ...(files && { tls: { files, clientCertificates, onFault } }),
    ...(trustedProxies.length > 0 && { keepAliveMs: longerThanProxies }),
  });
  if (httpPort === undefined) return server;
  const lead = (request: Request) => leadToHttps(request, publicUrl);
  const leading = await startServer({ port: httpPort, fetch: lead });
  const close = async () => {
    await Promise.all([leading.close(), server.close()]);
  };
  return { port: server.port, close };
}

/** A connection that we end while a proxy sends on it is a failure for its caller. */
const longerThanProxies = 75_000;

/** Run the server until a signal ends it. */
export async function serveUntilSignal(config: Config, folders: Folders): Promise<void> {
  const log = createLog({ name: "guildhall", level: config.logLevel });
  const running = await runServer(config, folders, log);
  process.stdout.write(await banner(running, config));
  const onError = (error: unknown, step: string) => log.error({ err: error, step });
  const end = shutdownOnSignals([{ name: "server", run: running.close }], {
    deadlineMs: 30_000,
    onError,
  });
  process.once("disconnect", end);
}

async function startSimulators(
  platform: Platform,
  config: Config,
  folders: Folders,
): Promise<{ simulators: Simulators; listening: Listening }> {
  const tenants = (await platform.store.tenants()).map(({ definition }) => definition.id);
  const credentials = credentialsFor(
    tenants,
    await simulatorCredentials(config.data),
    config.publicUrl,
  );
  const simulators = createSimulators({
    folder: folders.tenants,
    dataDir: join(config.data, "simulators"),
    credentials,
  });
  const listening = await startServer({
    port: config.simulatorsPort,
    fetch: (request) => simulators.app.fetch(request),
  });
  return { simulators, listening };
}
