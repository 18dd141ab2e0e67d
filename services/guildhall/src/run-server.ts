import { setTimeout as wait } from "node:timers/promises";
import { type Config, createLog, type Log, shutdownOnSignals } from "@guildhall/runtime";
import { banner, type Running } from "./banner.ts";
import { buryDead } from "./cluster/bury-dead.ts";
import { listenOnSocket } from "./cluster/listen-on-socket.ts";
import { type NodeShape, wholeServer, wholeSlot } from "./cluster/node-shape.ts";
import { makeSocketPath } from "./cluster/node-socket.ts";
import { createEnding, type Ending, type Endings } from "./ending.ts";
import type { Folders } from "./folders.ts";
import { listenToAll } from "./listen-to-all.ts";
import { observe } from "./observe.ts";
import { openPlatform, type Platform } from "./platform.ts";
import { createRoot, type RootOptions } from "./root.ts";
import { runSimulators, simulatedIn } from "./run-simulators.ts";
import { seedWhereEmpty } from "./seed-where-empty.ts";
import type { Listening } from "./serve.ts";
import { openCrashJournal, readQuarantine } from "./supervise/crash-journal.ts";

/** A server that runs; its port is 0 where it answers nothing from outside. */
export interface RunningServer extends Running, Ending {
  readonly platform: Platform;
}

/**
 * Run what a process has to: API and pages, the worker, and in a process that does everything, the simulators.
 *
 * It listens only when it can answer, and delivers only when its simulators do.
 */
export async function runServer(
  config: Config,
  folders: Folders,
  log: Log = createLog({ name: "guildhall", level: config.logLevel }),
  shape: NodeShape = wholeServer(),
): Promise<RunningServer> {
  const isWhole = shape.slot === wholeSlot;
  if (isWhole) await seedWhereEmpty(config, folders);
  const ending = createEnding();
  try {
    return await begin({ config, folders, log, shape, ending });
  } catch (error) {
    await ending.close();
    throw error;
  }
}

interface Beginning {
  readonly config: Config;
  readonly folders: Folders;
  readonly log: Log;
  readonly shape: NodeShape;
  readonly ending: Endings;
}

async function begin(beginning: Beginning): Promise<RunningServer> {
  const { config, folders, log, shape, ending } = beginning;
  const isWhole = shape.slot === wholeSlot;
  const journal = openCrashJournal(config.data, isWhole ? undefined : shape.slot);
  ending.add(journal.close);
  const observation = await observe(config);
  ending.add(observation.stop);
  const platform = await openPlatform({
    config,
    log,
    metrics: observation.metrics,
    quarantined: readQuarantine(config.data),
    onUse: journal.note,
    isSimulated: simulatedIn(folders.tenants),
    node: shape,
  });
  const simulators =
    isWhole && config.simulators
      ? await orClosed(platform, () => runSimulators(platform.store, config, folders))
      : undefined;
  ending.add(() => simulators?.close());
  await listenToNodes(beginning, platform);
  const health = observation.of(platform);
  const server = shape.roles.includes("api")
    ? await serve(beginning, { platform, health, metrics: observation.metrics })
    : undefined;
  await platform.start();
  const { close, retire } = ending;
  return { platform, port: server?.port ?? 0, simulatorsPort: simulators?.port, close, retire };
}

/** Long enough for those who have heard that a tenant is here to ask once more, and be told that it is not. */
const lingerMs = 1500;
/** Longer than a back office may take to answer. */
const retireMs = 40_000;

/** Before it joins, a node can be asked; and until nobody asks it any more. */
async function listenToNodes({ config, shape, ending }: Beginning, platform: Platform) {
  const socket = await orClosed(platform, () =>
    listenOnSocket(makeSocketPath(config.data, shape.id), platform.nodeDoor),
  );
  ending.add(async (patience) => {
    const isRetiring = patience === "retiring";
    await platform.close(isRetiring ? retireMs : undefined);
    if (isRetiring) await wait(lingerMs);
    await socket.close();
  });
  await buryDead(platform.store);
}

/** What fails before the platform's end is seen to ends it too: its Redis and its leases would keep the next start out. */
async function orClosed<T>(platform: Platform, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await platform.close();
    throw error;
  }
}

/** Answer what comes from outside. */
async function serve(
  { config, folders, log, ending }: Beginning,
  parts: Pick<RootOptions, "platform" | "health" | "metrics">,
): Promise<Listening> {
  const { assets, problems } = folders;
  const fetch = createRoot({ ...parts, config, assets, problems });
  const { domains } = parts.platform;
  const server = await listenToAll(config, { fetch, domains }, log);
  ending.add(async (patience) => {
    parts.health.drain();
    parts.platform.live.close();
    await (patience === "retiring" ? server.retire() : server.close());
  });
  return server;
}

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
