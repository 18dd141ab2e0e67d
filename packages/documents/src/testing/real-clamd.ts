import { spawn } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createClamd } from "../scan/clamd.ts";
import { eicar } from "./fake-clamd.ts";

/** Where clamd is installed; undefined where it is not. */
export function findClamd(searchPath: string): string | undefined {
  const folders = [...searchPath.split(delimiter), "/usr/sbin", "/usr/local/sbin"];
  return folders.map((folder) => join(folder, "clamd")).find(canRun);
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export interface RealClamd extends AsyncDisposable {
  readonly url: string;
}

/** Start clamd with the signature of EICAR alone, which it loads in an instant. */
export async function startClamd(
  program: string,
  { streamMaxLength = "25M" } = {},
): Promise<RealClamd> {
  const folder = await mkdtemp(join(tmpdir(), "clamd-"));
  const path = join(folder, "clamd.ctl");
  await writeFile(join(folder, "own.ndb"), `Own-Eicar:0:*:${eicar.toString("hex")}\n`);
  const settings = [
    `DatabaseDirectory ${folder}`,
    `LocalSocket ${path}`,
    `StreamMaxLength ${streamMaxLength}`,
    "AlertExceedsMax yes",
    "Foreground yes",
    "SelfCheck 0",
  ];
  await writeFile(join(folder, "clamd.conf"), `${settings.join("\n")}\n`);
  const child = spawn(program, ["--config-file", join(folder, "clamd.conf")], { stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const end = async () => {
    child.kill("SIGKILL");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const url = `unix:${path}`;
  await vi.waitFor(() => expect(existsSync(path)).toBe(true), { timeout: 20_000, interval: 50 });
  await vi.waitFor(async () => expect(await answers(url)).toBe("clean"), { timeout: 20_000 });
  return { url, [Symbol.asyncDispose]: end };
}

async function answers(url: string): Promise<string> {
  const nothing = (async function* () {
    yield Buffer.from("a");
  })();
  return (await createClamd({ url }).scan(nothing)).outcome;
}
