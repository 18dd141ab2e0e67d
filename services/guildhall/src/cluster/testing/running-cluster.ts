import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readConfig } from "@guildhall/runtime";
import { openStore } from "../../open-store.ts";
import type { DemoKeys } from "../../seed.ts";
import { freePorts } from "../../testing/free-ports.ts";

const root = resolve(import.meta.dirname, "../../../../..");
const program = join(root, "dist/guildhall.mjs");

/** The whole product in several processes, as `npm run cluster` runs it, in a folder of a test's own. */
export interface RunningCluster extends AsyncDisposable {
  readonly base: string;
  readonly simulators: string;
  readonly keys: DemoKeys;
  /** The process in this place, such as `worker-1`; undefined while there is none. */
  pidOf(slot: string): number | undefined;
  /** The place of the process that holds a tenant; undefined while nobody does. */
  ownerOf(tenant: string): Promise<string | undefined>;
  /** Put a new process in the place of each; resolves once all were replaced. */
  roll(): Promise<void>;
  /** Run the command line beside it. */
  guildhall(...args: string[]): Promise<{ code: number; stdout: string }>;
  /** Wait until it says something. */
  says(words: string): Promise<void>;
  /** End it as a service manager would; gives the exit code. */
  end(): Promise<number>;
}

export async function startCluster(): Promise<RunningCluster> {
  execFileSync(process.execPath, [join(root, "infra/scripts/build.mjs"), "--if-changed"]);
  const data = mkdtempSync(join(tmpdir(), "guildhall-cluster-"));
  const [port, simulatorsPort] = await freePorts(2);
  const env = {
    PATH: process.env.PATH,
    GUILDHALL_DATA: data,
    PORT: String(port),
    SIMULATORS_PORT: String(simulatorsPort),
    LOG_LEVEL: "error",
  };
  const main = spawn(process.execPath, [program, "cluster"], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const says = listenTo(main);
  await says("Guildhall is running");
  const store = await openStore(readConfig(env));
  return {
    base: `http://localhost:${port}`,
    simulators: `http://localhost:${simulatorsPort}`,
    keys: JSON.parse(readFileSync(join(data, "demo-keys.json"), "utf8")),
    pidOf: (slot) => childrenOf(main.pid ?? 0).find((pid) => argumentsOf(pid).includes(slot)),
    ownerOf: async (tenant) => {
      store.leases.forgetOwner(tenant);
      return (await store.leases.ownerOf(tenant))?.node.replace(/-[0-9a-f]{8}$/, "");
    },
    roll: async () => {
      main.kill("SIGHUP");
      await says("All processes were replaced");
    },
    guildhall: (...args) => run(args, env),
    says,
    end: () => end(main),
    [Symbol.asyncDispose]: async () => {
      store.close();
      await end(main);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Gives what waits for words; what was said before somebody waited for it counts once. */
function listenTo(main: ChildProcess): (words: string) => Promise<void> {
  let said = "";
  const waiting = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    said += chunk.toString("utf8");
    for (const look of waiting) look();
  };
  main.stdout?.on("data", hear);
  main.stderr?.on("data", hear);
  return (words) =>
    new Promise((found, failed) => {
      const look = () => {
        const at = said.indexOf(words);
        if (at === -1) return;
        said = said.slice(at + words.length);
        waiting.delete(look);
        found();
      };
      waiting.add(look);
      main.once("exit", () => failed(new Error(`It ended, having said: ${said}`)));
      look();
    });
}

async function end(main: ChildProcess): Promise<number> {
  if (main.exitCode === null && main.signalCode === null) {
    main.kill("SIGTERM");
    await once(main, "exit");
  }
  return main.exitCode ?? -1;
}

function run(
  args: readonly string[],
  env: Record<string, string | undefined>,
): Promise<{ code: number; stdout: string }> {
  return new Promise((done) => {
    const options = { env, cwd: root };
    execFile(process.execPath, [program, ...args], options, (error, stdout) => {
      done({ code: error ? Number(error.code ?? -1) : 0, stdout });
    });
  });
}

function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
  return children.split(" ").filter(Boolean).map(Number);
}

function argumentsOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    // It has ended since it was listed.
    return [];
  }
}
