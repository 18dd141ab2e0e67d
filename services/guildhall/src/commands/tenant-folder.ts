import { basename, join, resolve } from "node:path";
import { checkAddress } from "@guildhall/connectors";
import { type FolderImport, Problem, type ProblemCode, Slug } from "@guildhall/contract";
import {
  approveFolderImport,
  asPlatform,
  type Context,
  exportTenant,
  type Ground,
  planFolderImport,
} from "@guildhall/domain";
import { type FolderFault, type ReadArchive, readLoose, writeFolder } from "@guildhall/folder";
import { readConfig } from "@guildhall/runtime";
import type { Command } from "commander";
import { readTree } from "../folder/tree.ts";
import { writeTree } from "../folder/write-tree.ts";
import { callbackPolicy } from "../outside.ts";
import { FolderRefused } from "../tenants-folder.ts";
import { visible } from "../visible.ts";
import { inTenant } from "./in-tenant.ts";
import { exportEverything } from "./tenant-leave.ts";
import type { CommandWorld } from "./world.ts";

interface ExportFlags {
  readonly replace?: boolean;
  readonly everything?: string;
}

interface ImportFlags {
  readonly plan?: boolean;
  readonly approve?: string;
  readonly json?: boolean;
}

/** `guildhall tenant export` and `guildhall tenant import`. */
export function addTenantFolderCommands(tenant: Command, world: CommandWorld): void {
  tenant
    .command("export")
    .description("write all that a tenant has set up to a folder; no credential is among it")
    .argument("<tenant>", "whose things")
    .argument("[folder]", "a folder that is not there yet, or is empty")
    .option("--replace", "write over an earlier export, and take away what is there no more")
    .option(
      "--everything <file>",
      "one zip file with all that it has instead, people's answers too",
    )
    .action((id: string, folder: string | undefined, flags: ExportFlags) => {
      const { everything, replace = false } = flags;
      if ((folder === undefined) === (everything === undefined))
        throw new Error("Say either a folder, or --everything and a file.");
      return folder === undefined
        ? exportEverything(id, everything ?? "", world)
        : exportTo(id, folder, { replace, world });
    });
  tenant
    .command("import")
    .description("say what a folder would change of a tenant; with --approve, do it")
    .argument("<tenant>", "whose things")
    .argument("<folder>", "a tenant's folder, or a part of one")
    .option("--plan", "say what would change, and change nothing: so without a word")
    .option("--approve <plan>", "do what the plan of this id says, all of it or nothing")
    .option("--json", "print the plan as JSON")
    .action((id: string, folder: string, flags: ImportFlags) =>
      importFrom(id, folder, { flags, world }),
    );
}

async function exportTo(
  id: string,
  folder: string,
  { replace, world }: { readonly replace: boolean; readonly world: CommandWorld },
): Promise<void> {
  const tree = await inTenant(id, world, async (ground) => {
    const { tenant, contents } = await exportTenant(acting(ground, "export"));
    return writeFolder(contents, tenant);
  });
  await writeTree(resolve(folder), tree, { replace });
  world.say(`${tree.size} files of ${id} are in ${folder}.`);
}

async function importFrom(
  id: string,
  folder: string,
  { flags, world }: { readonly flags: ImportFlags; readonly world: CommandWorld },
): Promise<void> {
  if (flags.plan && flags.approve !== undefined)
    throw new Error("Say either --plan or --approve, not both.");
  // Read whole before anything is opened: a folder that is half written changes nothing.
  const given = await readGiven(resolve(folder));
  const policy = callbackPolicy(readConfig(world.env));
  const mayCall = (url: string) => checkAddress(url, policy) === undefined;
  const { approve } = flags;
  const made = await inTenant(id, world, async (ground) => {
    const ctx = acting(ground, "import");
    if (approve === undefined) return planFolderImport(ctx, async () => given, mayCall);
    return approveFolderImport(ctx, approve, { mayCall, digest: given.digest }).catch(inWords);
  });
  if (flags.json) return world.print(JSON.stringify(made, null, 2));
  world.print(describe(made));
  world.say(closing(made, { id, folder }));
}

function acting(ground: Ground, verb: string): Context {
  const actor = { kind: "platform", id: "command-line", name: `guildhall tenant ${verb}` } as const;
  return { ...asPlatform(ground), actor };
}

/** @throws FolderRefused */
async function readGiven(folder: string): Promise<Exclude<ReadArchive, { faults: unknown }>> {
  const faults: FolderFault[] = [];
  const own = await readTree(folder, faults);
  const cookbook = await readTree(join(folder, "..", "cookbook"), []);
  const name = basename(folder);
  const id = Slug.safeParse(name).success ? name : "folder";
  const read = faults.length > 0 ? { faults } : await readLoose({ id, own, cookbook });
  if ("faults" in read) throw new FolderRefused(folder, read.faults);
  return read;
}

function describe({ changes, leftOut, unchanged }: FolderImport): string {
  const lines = changes.flatMap(({ sentence, differences, more = 0 }) => [
    `+ ${sentence}`,
    ...differences.map((one) => `    ${one.sentence}`),
    ...(more > 0 ? [`    ${more} differences more.`] : []),
  ]);
  const left = leftOut.map(({ sentence }) => `- ${sentence}`);
  const same = unchanged > 0 ? [`= As the folder says already: ${unchanged}.`] : [];
  return [...lines, ...left, ...same].map(visible).join("\n");
}

function closing(
  { id, state, changes }: FolderImport,
  asked: { readonly id: string; readonly folder: string },
): string {
  if (state === "approved") return "All of it was done.";
  if (changes.length === 0) return "Nothing would change.";
  return `Nothing was changed. To do it: guildhall tenant import ${asked.id} ${asked.folder} --approve ${id}`;
}

/** What stands in the way of a plan, for somebody who has only its id. */
function inWords(error: unknown): never {
  const sentence = error instanceof Problem ? sentences[error.code] : undefined;
  throw sentence === undefined ? error : new Error(sentence);
}

const sentences: Readonly<Partial<Record<ProblemCode, string>>> = {
  "not-found": "There is no plan of this id, or its day is over. Import the folder again.",
  "invalid-transition": "This plan was approved already.",
  "precondition-failed":
    "The folder or the tenant was changed since this was planned, so nothing was done. Import the folder again.",
};
