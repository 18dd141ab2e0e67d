import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import {
  isGood,
  type ReadFolder,
  readFolders,
  runTenants,
  writeDocuments,
} from "../examples/run-tenants.ts";
import { testCircles } from "./service-circle.ts";
import { asJson, linesOfTenant, summarise } from "./service-words.ts";
import type { CommandWorld } from "./world.ts";

interface TestFlags {
  readonly service?: string;
  readonly json?: boolean;
  readonly update?: boolean;
  readonly circle?: boolean;
}

const exitCodes = { asExpected: 0, different: 1, wrongCall: 2 } as const;

/** `guildhall service test`. */
export function addServiceCommands(
  command: Command,
  world: CommandWorld,
  exit: { code: number },
): void {
  command
    .command("service")
    .description("the services that tenants offer")
    .command("test")
    .description(
      "run the examples of tenants' services, and their scenarios as far as their documents; exit code 0 when all are as they have to be, 1 when not",
    )
    .argument("[folder...]", "tenants' folders; all of them where none is named")
    .option("--service <id>", "only this service")
    .option("--json", "print one JSON object")
    .option(
      "--circle",
      "send a sample of each and all scenarios through the whole circle instead: on a server of its own, with simulators, on free ports and in a folder that is removed afterwards",
    )
    .option("--update", "write the documents as they come out now, and those that are missing")
    .action(async (folders: string[], flags: TestFlags) => {
      exit.code = await test(folders, flags, world);
    });
}

async function test(
  named: readonly string[],
  flags: TestFlags,
  world: CommandWorld,
): Promise<number> {
  const { service, json = false, update = false } = flags;
  const { print, say, folders } = world;
  const paths = named.length > 0 ? named.map((one) => resolve(one)) : await allIn(folders.tenants);
  const read = await readFolders(paths.filter(isTenant));
  const wrong = wrongIn(paths, read, service);
  if (wrong !== undefined) {
    say(wrong);
    return exitCodes.wrongCall;
  }
  if (flags.circle) return testCircles(read, flags, world);
  const tested = await runTenants(read, service);
  const results = update ? await writeDocuments(tested) : tested;
  if (json) print(JSON.stringify(asJson(results)));
  else for (const line of results.flatMap(linesOfTenant)) print(line);
  say(summarise(results));
  return results.every(isGood) ? exitCodes.asExpected : exitCodes.different;
}

/** What is wrong with the call itself. In a folder that cannot be read any service may be. */
function wrongIn(
  paths: readonly string[],
  read: readonly ReadFolder[],
  service: string | undefined,
): string | undefined {
  const stranger = paths.find((path) => !isTenant(path));
  if (stranger !== undefined) return `${stranger} is no tenant's folder: it has no tenant.yaml.`;
  const isKnown = read.some(
    (one) => "faults" in one || one.folder.services.some(({ id }) => id === service),
  );
  return service === undefined || isKnown
    ? undefined
    : `None of these folders has a service “${service}”.`;
}

function isTenant(path: string): boolean {
  return existsSync(join(path, "tenant.yaml"));
}

async function allIn(tenants: string): Promise<string[]> {
  const entries = await readdir(tenants, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && entry.name !== "cookbook")
    .map(({ name }) => join(tenants, name))
    .sort();
}
