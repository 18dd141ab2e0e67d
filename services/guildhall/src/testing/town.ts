import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Log, readConfig } from "@guildhall/runtime";
import { productFolders } from "../folders.ts";
import { type RunningServer, runServer } from "../run-server.ts";
import type { DemoKeys } from "../seed.ts";
import { freePorts } from "./free-ports.ts";

/** The whole product, running on ports and in a folder of a test's own. */
export interface Town extends AsyncDisposable {
  readonly base: string;
  readonly simulators: string;
  /** The folder of all that it keeps. */
  readonly data: string;
  readonly running: RunningServer;
  readonly keys: DemoKeys;
}

/** Start everything as `npm start` does, but for the supervisor. */
export async function startTown(
  settings: Readonly<Record<string, string>> = {},
  log?: Log,
): Promise<Town> {
  const data = mkdtempSync(join(tmpdir(), "guildhall-town-"));
  const [port, simulatorsPort] = await freePorts(2);
  const config = readConfig({
    PATH: process.env.PATH,
    GUILDHALL_DATA: data,
    PORT: String(port),
    SIMULATORS_PORT: String(simulatorsPort),
    QUEUE: "in-process",
    LOG_LEVEL: "error",
    ...settings,
  });
  const running = await runServer(config, productFolders(import.meta.url), log);
  return {
    base: `http://localhost:${port}`,
    simulators: `http://localhost:${simulatorsPort}`,
    data,
    running,
    keys: JSON.parse(readFileSync(join(data, "demo-keys.json"), "utf8")),
    [Symbol.asyncDispose]: async () => {
      await running.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
