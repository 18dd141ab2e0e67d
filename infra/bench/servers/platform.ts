import { readdirSync, readlinkSync } from "node:fs";
import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import {
  applyTenant,
  asPlatform,
  type Context,
  type Ground,
  issueKey,
  listProcesses,
} from "@guildhall/domain";
import { createHealth, createLog, createMetrics, readConfig } from "@guildhall/runtime";
import { countOutbox } from "@guildhall/store";
import { wholeServer } from "../../../services/guildhall/src/cluster/node-shape.ts";
import { productFolders } from "../../../services/guildhall/src/folders.ts";
import { createOwedFigures } from "../../../services/guildhall/src/owed-figures.ts";
import { openPlatform, type Platform } from "../../../services/guildhall/src/platform.ts";
import { createRoot } from "../../../services/guildhall/src/root.ts";
import { startServer } from "../../../services/guildhall/src/serve.ts";
import { openCrashJournal } from "../../../services/guildhall/src/supervise/crash-journal.ts";
import { answerCommands } from "../commands.ts";
import { benchTenant } from "../tenant.ts";
import { type Copies, copyProcess, type Followed, publicUrl, workedOn } from "./followed.ts";
import { copyServices } from "./many-services.ts";
import { startProfile, stopProfile } from "./profile.ts";
import { sinkConnector } from "./sink-connector.ts";

export interface Opening {
  /** The data folder. */
  readonly data: string;
  readonly queue: "in-process" | "bullmq";
  /** Where the back office listens; without one nothing is delivered. */
  readonly sinkPort?: number;
  readonly openTenants?: number;
  /** The mail server that messages go to; without one they are kept in files. */
  readonly smtpUrl?: string;
  /** The tenant whose back office answers nothing, and where that listens. */
  readonly hangs?: { readonly tenant: string; readonly port: number };
  /** Whether it holds its tenants as a process of a cluster does, and lets them rest. */
  readonly keeps?: boolean;
}

/** The copies of a process of this tenant. */
export interface Copying extends Copies {
  readonly tenant: string;
}

const addedAtOnce = 16;
const loopDelay: IntervalHistogram = monitorEventLoopDelay({ resolution: 1 });
let platform: Platform | undefined;

const commands = {
  /** Serve the whole product on a free port, and deliver where there is a back office; gives the port. */
  open: async (opening: Opening): Promise<number> => {
    const { data, queue, openTenants = 64, smtpUrl } = opening;
    const config = readConfig({
      PATH: process.env.PATH,
      PORT: "0",
      PUBLIC_URL: publicUrl,
      GUILDHALL_DATA: data,
      QUEUE: queue,
      OPEN_TENANTS: String(openTenants),
      ...(smtpUrl && { SMTP_URL: smtpUrl }),
    });
    const log = createLog({ name: "bench", level: "error" });
    const onUse = openCrashJournal(config.data).note;
    const node = opening.keeps ? { node: wholeServer() } : {};
    const parts = await openPlatform({
      config,
      log,
      onUse,
      connectorFor: backOffices(opening),
      ...node,
    });
    platform = parts;
    const health = createHealth({ checks: {} });
    const metrics = createMetrics({ owed: createOwedFigures({ ...parts, now: Date.now }) });
    const folders = productFolders(import.meta.url);
    const fetch = createRoot({ platform: parts, config, health, metrics, ...folders });
    const { port } = await startServer({ port: 0, fetch });
    // A process that only serves the API hands nothing over.
    if (opening.sinkPort !== undefined) await parts.start();
    return port;
  },
  /** Make councils of the bench's kind; gives an API key of each. */
  addTenants: async (ids: readonly string[]): Promise<string[]> => {
    const keys: string[] = [];
    for (let from = 0; from < ids.length; from += addedAtOnce) {
      const some = ids.slice(from, from + addedAtOnce);
      keys.push(...(await Promise.all(some.map((id) => addTenant(opened(), id)))));
    }
    return keys;
  },
  /** Whether everything that a tenant owes the outside has been settled, all of it well. */
  isSettled: async (tenant: string): Promise<boolean> => {
    const ground = await groundOf(tenant);
    const { pending = 0, queued = 0, ...rest } = await countOutbox(ground.db);
    if (Object.keys(rest).length > 0) throw new Error(`not settled: ${JSON.stringify(rest)}`);
    return pending + queued === 0;
  },
  /** The id of the process that this tenant began last. */
  oneProcess: async (tenant: string): Promise<{ id: string }> => {
    const { data } = await listProcesses(asPlatform(await groundOf(tenant)), { limit: 1 });
    if (!data[0]) throw new Error(`${tenant} has no process`);
    return { id: data[0].id };
  },
  /** Copy the process that this tenant began last so many times; gives some of the copies. */
  copyProcess: async ({ tenant, ...copies }: Copying): Promise<Followed[]> => {
    const { id } = await commands.oneProcess(tenant);
    return copyProcess(await groundOf(tenant), id, copies);
  },
  /** Make each of these tenants offer so many services. */
  copyServices: async ({ tenants, count }: { tenants: string[]; count: number }): Promise<void> => {
    for (const tenant of tenants) await copyServices(await groundOf(tenant), count);
  },
  /** The processes that this tenant began last, as those know them who follow them and work on them. */
  workedOn: async ({ tenant, count }: { tenant: string; count: number }): Promise<Followed[]> => {
    const ground = await groundOf(tenant);
    const { data } = await listProcesses(asPlatform(ground), { limit: count });
    return Promise.all(data.map((process) => workedOn(ground, process)));
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
  /** Resident memory in megabytes, once what was thrown away was given back: Node does that some time after it was found. */
  residentMb: async (): Promise<number> => {
    for (let collections = 0; collections < 3; collections++) {
      globalThis.gc?.();
      await setTimeout(200);
    }
    return process.memoryUsage.rss() / 1024 ** 2;
  },
  /** The processor's time that was used so far, in milliseconds. */
  cpuMs: (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  /** How many files of tenants are open; null where the system does not tell. */
  openTenantFiles: (): number | null => {
    if (process.platform !== "linux") return null;
    const files = readdirSync("/proc/self/fd").map(targetOfFile);
    return files.filter((file) => file.includes("/tenants/")).length;
  },
  startProfile: () => startProfile(),
  stopProfile: (path: string) => stopProfile(path),
  close: async (): Promise<void> => {
    await platform?.close();
  },
};
export type PlatformCommands = typeof commands;

/** Every tenant's back office is the bench's own, but for the one that hangs. */
function backOffices({ sinkPort, hangs }: Opening) {
  const well = sinkPort === undefined ? undefined : sinkConnector(sinkPort);
  const hanging = hangs && sinkConnector(hangs.port);
  return async ({ tenant }: Context) => (tenant.id === hangs?.tenant ? hanging : well);
}

function targetOfFile(descriptor: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    // Closed since it was listed.
    return "";
  }
}

function opened(): Platform {
  if (!platform) throw new Error("The platform is not open");
  return platform;
}

async function groundOf(tenant: string): Promise<Ground> {
  const ground = await opened().groundFor(tenant);
  if (!ground) throw new Error(`no tenant ${tenant}`);
  return ground;
}

async function addTenant({ store }: Platform, id: string): Promise<string> {
  const actor = { kind: "platform", id: "bench", name: "Bench" } as const;
  await applyTenant(store, benchTenant(id), { actor, now: Date.now() });
  const { key } = await issueKey(asPlatform(await groundOf(id)), {
    name: "Bench",
    kind: "partner",
    scopes: ["processes:read", "processes:write", "tasks:read", "tasks:write"],
  });
  return key;
}

answerCommands(commands);
