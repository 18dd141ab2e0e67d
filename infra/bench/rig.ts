import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findRedis } from "@guildhall/queue";
import { readConfig } from "@guildhall/runtime";
import { serverFlags } from "../../services/guildhall/src/server-memory.ts";
import { startWorker, type Worker } from "./child.ts";
import type { LoaderCommands } from "./loader/loader.ts";
import type { Target } from "./loader/target.ts";
import type { BullmqAloneCommands } from "./servers/bullmq-alone.ts";
import type { HelloCommands } from "./servers/hello.ts";
import type { KeysCommands } from "./servers/keys.ts";
import type { Opening, PlatformCommands } from "./servers/platform.ts";
import type { WriterCommands } from "./servers/writer.ts";
import { council } from "./tenant.ts";

/** Where things are, and how the bench speaks while it works. */
export interface Place {
  /** The project's folder. */
  readonly root: string;
  /** The bench's own programs, and below it what they write. */
  readonly folder: string;
  /** The product's bundle. */
  readonly product: string;
}

export interface Rig extends Place {
  /** A folder of this run, on the disk that the project lies on; gone when the run ends. */
  readonly data: string;
  readonly loader: Worker<LoaderCommands>;
  /** Where the back office listens. */
  readonly sinkPort: number;
  say(sentence: string): void;
}

/** A server of the product in the bench's hands, with a council of its own. */
export interface Server {
  readonly worker: Worker<PlatformCommands>;
  readonly target: Target;
}

/** Start the loader with its back office, and make a folder for what this run writes. */
export async function openRig(place: Place, sinkPort: number): Promise<Rig> {
  const data = dataFolder(place);
  const loader = startWorker<LoaderCommands>(join(place.folder, "loader.mjs"));
  return {
    ...place,
    data,
    loader,
    sinkPort: await loader.ask("openSink", sinkPort),
    say,
  };
}

/** A folder that goes with this process; those of runs that were killed go now. */
function dataFolder({ folder }: Place): string {
  const remove = (path: string) => rmSync(path, { recursive: true, force: true });
  for (const name of readdirSync(folder)) {
    const pid = /^run-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) remove(join(folder, name));
  }
  const data = mkdtempSync(join(folder, `run-${process.pid}-`));
  process.on("exit", () => remove(data));
  return data;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Speak to whoever waits, with the seconds since the bench began. */
function say(sentence: string): void {
  process.stderr.write(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${sentence}\n`);
}

/** Start a server of the product on a data folder of this name, not yet with a council. */
export async function openServer(
  { folder, data }: Rig,
  name: string,
  opening: Omit<Opening, "data">,
): Promise<{ worker: Worker<PlatformCommands>; origin: string }> {
  const worker = startWorker<PlatformCommands>(join(folder, "platform.mjs"), serverFlags);
  const port = await worker.ask("open", { ...opening, data: join(data, name) });
  return { worker, origin: `http://127.0.0.1:${port}` };
}

/** Start a server with a council that forms can be sent to. */
export async function openCouncil(
  rig: Rig,
  name: string,
  opening: Omit<Opening, "data">,
  id = council,
): Promise<Server> {
  const { worker, origin } = await openServer(rig, name, opening);
  const [key = ""] = await worker.ask("addTenants", [id]);
  return { worker, target: targetOf(origin, id, key) };
}

export function targetOf(origin: string, tenant: string, key: string): Target {
  return { kind: "guildhall", url: `${origin}/t/${tenant}/v1/processes`, key };
}

export async function openHello({ folder }: Rig): Promise<Target> {
  const worker = startWorker<HelloCommands>(join(folder, "hello.mjs"));
  return { kind: "hello", url: `http://127.0.0.1:${await worker.ask("open")}/hello` };
}

/** A program that checks API keys as the API does. */
export async function openKeyChecker({ folder, data }: Rig): Promise<Worker<KeysCommands>> {
  const worker = startWorker<KeysCommands>(join(folder, "keys.mjs"));
  await worker.ask("open", join(data, "keys"));
  return worker;
}

export async function openWriter({ folder, data }: Rig): Promise<Worker<WriterCommands>> {
  const worker = startWorker<WriterCommands>(join(folder, "writer.mjs"));
  await worker.ask("open", join(data, "store"));
  return worker;
}

/** BullMQ with nothing around it, on a Redis of its own. */
export async function openBullmqAlone({ folder, data }: Rig): Promise<Worker<BullmqAloneCommands>> {
  const worker = startWorker<BullmqAloneCommands>(join(folder, "bullmq-alone.mjs"));
  const { concurrency } = readConfig({});
  await worker.ask("open", { directory: join(data, "bullmq-alone"), concurrency });
  return worker;
}

/** Whether a Redis program can be started here. */
export async function hasRedis(): Promise<boolean> {
  return (await findRedis({ searchPath: process.env.PATH })) !== undefined;
}
