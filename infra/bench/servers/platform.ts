import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";
import { applyTenant, asPlatform, issueKey, listProcesses } from "@guildhall/domain";
import { createHealth, createLog, createMetrics, readConfig } from "@guildhall/runtime";
import { countOutbox } from "@guildhall/store";
import { productFolders } from "../../../services/guildhall/src/folders.ts";
import { createOwedFigures } from "../../../services/guildhall/src/owed-figures.ts";
import { openPlatform, type Platform } from "../../../services/guildhall/src/platform.ts";
import { createRoot } from "../../../services/guildhall/src/root.ts";
import { startServer } from "../../../services/guildhall/src/serve.ts";
import { openCrashJournal } from "../../../services/guildhall/src/supervise/crash-journal.ts";
import { answerCommands } from "../commands.ts";
import { benchTenant } from "../tenant.ts";
import { startProfile, stopProfile } from "./profile.ts";
import { sinkConnector } from "./sink-connector.ts";

export interface Opening {
  /** The data folder. */
  readonly data: string;
  readonly queue: "in-process" | "bullmq";
  /** Where the back office listens; without one nothing is delivered. */
  readonly sinkPort?: number;
  readonly openTenants?: number;
}

const loopDelay: IntervalHistogram = monitorEventLoopDelay({ resolution: 1 });
let platform: Platform | undefined;

const commands = {
  /** Serve the whole product on a free port, and deliver where there is a back office; gives the port. */
  open: async ({ data, queue, sinkPort, openTenants = 64 }: Opening): Promise<number> => {
    const config = readConfig({
      PATH: process.env.PATH,
      PORT: "0",
      PUBLIC_URL: "http://localhost:3000",
      GUILDHALL_DATA: data,
      QUEUE: queue,
      OPEN_TENANTS: String(openTenants),
    });
    const ready = sinkPort === undefined ? undefined : sinkConnector(sinkPort);
    const log = createLog({ name: "bench", level: "error" });
    const onUse = openCrashJournal(config.data).note;
    const parts = await openPlatform({ config, log, onUse, connectorFor: async () => ready });
    platform = parts;
    const health = createHealth({ checks: {} });
    const metrics = createMetrics({ owed: createOwedFigures({ ...parts, now: Date.now }) });
    const folders = productFolders(import.meta.url);
    const fetch = createRoot({ platform: parts, config, health, metrics, ...folders });
    const { port } = await startServer({ port: 0, fetch });
    // A process that only serves the API hands nothing over.
    if (ready) await parts.start();
    return port;
  },
  /** Make councils of the bench's kind; gives an API key of each. */
  addTenants: async (ids: readonly string[]): Promise<string[]> => {
    const keys: string[] = [];
    for (const id of ids) keys.push(await addTenant(opened(), id));
    return keys;
  },
  /** Whether everything that a tenant owes the outside has been settled, all of it well. */
  isSettled: async (tenant: string): Promise<boolean> => {
    const ground = await opened().groundFor(tenant);
    if (!ground) throw new Error(`no tenant ${tenant}`);
    const { pending = 0, queued = 0, ...rest } = await countOutbox(ground.db);
    if (Object.keys(rest).length > 0) throw new Error(`not settled: ${JSON.stringify(rest)}`);
    return pending + queued === 0;
  },
  /** The id of the process that this tenant began last. */
  oneProcess: async (tenant: string): Promise<{ id: string }> => {
    const ground = await opened().groundFor(tenant);
    if (!ground) throw new Error(`no tenant ${tenant}`);
    const { data } = await listProcesses(asPlatform(ground), { limit: 1 });
    if (!data[0]) throw new Error(`${tenant} has no process`);
    return { id: data[0].id };
  },
  startLoopDelay: (): void => {
    loopDelay.reset();
    loopDelay.enable();
  },
  /** The 99th percentile of the event loop's delay since it was started, in milliseconds. */
  loopDelayP99Ms: (): number => {
    loopDelay.disable();
    return loopDelay.percentile(99) / 1e6;
  },
  /** Resident memory after a collection, in megabytes. */
  residentMb: (): number => {
    globalThis.gc?.();
    return process.memoryUsage.rss() / 1024 ** 2;
  },
  startProfile: () => startProfile(),
  stopProfile: (path: string) => stopProfile(path),
  close: async (): Promise<void> => {
    await platform?.close();
  },
};
export type PlatformCommands = typeof commands;

function opened(): Platform {
  if (!platform) throw new Error("The platform is not open");
  return platform;
}

async function addTenant({ store, groundFor }: Platform, id: string): Promise<string> {
  const actor = { kind: "platform", id: "bench", name: "Bench" } as const;
  await applyTenant(store, benchTenant(id), { actor, now: Date.now() });
  const ground = await groundFor(id);
  if (!ground) throw new Error(`no tenant ${id}`);
  const { key } = await issueKey(asPlatform(ground), {
    name: "Bench",
    kind: "partner",
    scopes: ["processes:read", "processes:write"],
  });
  return key;
}

answerCommands(commands);
