import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { asPlatform, type Context, type Ground } from "@guildhall/domain";
import { readCertificate } from "@guildhall/keys";
import { readConfig } from "@guildhall/runtime";
import type { Store } from "@guildhall/store";
import type { Command } from "commander";
import { type Borrower, openBorrower } from "../cluster/borrow.ts";
import { createFiles, type Files } from "../files.ts";
import { eraseTenant, finishErasure, noteExport, type Outcome } from "../leaving/erase.ts";
import { digestOfFile, writeEverything } from "../leaving/everything.ts";
import { openStore } from "../open-store.ts";
import { visible } from "../visible.ts";
import { groundsIn } from "./in-tenant.ts";
import type { CommandWorld } from "./world.ts";

interface EraseFlags {
  readonly export: string;
  readonly confirm: string;
  readonly by: string;
}

/** `guildhall tenant erase` and `guildhall tenant certificate verify`. */
export function addTenantLeaveCommands(
  tenant: Command,
  world: CommandWorld,
  exit: { code: number },
): void {
  tenant
    .command("erase")
    .description("erase a tenant for good, once two administrators of the platform have said so")
    .argument("<tenant>", "who leaves")
    .requiredOption("--export <file>", "the last export of everything that it was given")
    .requiredOption("--confirm <name>", "its name, typed out")
    .requiredOption("--by <email>", "which administrator of the platform says so")
    .action((id: string, flags: EraseFlags) => erase(id, flags, world));
  tenant
    .command("certificate")
    .description("certificates of erasure")
    .command("verify")
    .description("tell whether this installation signed a certificate; exit code 1 when not")
    .argument("<file>", "the certificate, as it was written or its line alone")
    .action(async (file: string) => {
      exit.code = await verify(file, world);
    });
}

/** Write everything of a tenant to one archive, and remember in the trail of whoever runs it that it was. */
export async function exportEverything(
  id: string,
  file: string,
  world: CommandWorld,
): Promise<void> {
  const path = resolve(file);
  say(world, `Writing everything of ${id}…`);
  const { manifest, sha256 } = await withBoth(id, world, async ({ tenant, runner, files }) => {
    const written = await writeEverything(tenant, files, path);
    const { seq } = written.manifest.auditHead;
    await noteExport(runner, { tenant: id, sha256: written.sha256, seq });
    return written;
  });
  world.print(JSON.stringify({ file: path, sha256, ...manifest }));
  say(world, `Everything of ${id} is in ${file}. Nothing in it is encrypted.`);
}

async function erase(id: string, flags: EraseFlags, world: CommandWorld): Promise<void> {
  const exportSha256 = await digestOfFile(resolve(flags.export)).catch(() => {
    throw new Error(`${flags.export} cannot be read.`);
  });
  const wish = { by: flags.by, confirm: flags.confirm, exportSha256 };
  const outcome = await withBoth(
    id,
    world,
    ({ tenant, ...means }) => eraseTenant(tenant, wish, means),
    async (left): Promise<Outcome> => ({ state: "erased", ...(await finishErasure(id, left)) }),
  );
  if (outcome.state === "asked")
    return say(
      world,
      `Nothing is erased yet: another administrator has to say the same within 30 days.`,
    );
  world.print(outcome.certificate);
  say(world, `${flags.confirm} is erased. The certificate is in ${outcome.path}.`);
}

async function verify(file: string, world: CommandWorld): Promise<number> {
  const text = await readFile(resolve(file), "utf8").catch(() => {
    throw new Error(`${file} cannot be read.`);
  });
  const store = await openStore(readConfig(world.env));
  const secret = store.directory.vault.derive("erasure-certificates");
  store.close();
  const [line = ""] = /[\w-]+\.[\w-]+\.[\w-]+/.exec(text) ?? [];
  const said = readCertificate(secret, line);
  if (!said) {
    say(world, "This installation has not signed this certificate.");
    return 1;
  }
  world.print(JSON.stringify(said, null, 2));
  say(world, `${said.name} was erased at ${said.erasedAt}.`);
  return 0;
}

interface Both {
  readonly tenant: Ground;
  readonly runner: Context;
  readonly files: Files;
  readonly store: Store;
  readonly data: string;
}

/** Hold a tenant with its sandbox, and whoever runs the platform for it, while the work goes on. */
async function withBoth<T>(
  id: string,
  { env }: CommandWorld,
  work: (both: Both) => Promise<T>,
  whereGone?: (left: Pick<Both, "store" | "data">) => Promise<T>,
): Promise<T> {
  const config = readConfig(env);
  await using borrower = await openBorrower(config);
  const { store } = borrower;
  const all = (await store.tenants()).map(({ definition }) => definition);
  const entry = all.find((one) => one.id === id);
  if (!entry && whereGone) return await whereGone({ store, data: config.data });
  if (!entry) throw new Error(`There is no tenant ${id}.`);
  const { runBy } = entry;
  const copies = all.filter(({ sandboxOf }) => sandboxOf === id).map((copy) => copy.id);
  if (runBy === undefined) throw new Error(`Nobody runs the platform for ${id}.`);
  const groundFor = groundsIn(store, config);
  const files = createFiles(join(config.data, "documents"));
  try {
    return await borrowAll(borrower, [runBy, id, ...copies], async () => {
      const [tenant, ground] = [await groundFor(id), await groundFor(runBy)];
      if (!tenant || !ground) throw new Error(`${id} or ${runBy} cannot be opened.`);
      const { data } = config;
      return work({ tenant, runner: asPlatform(ground), files, store, data });
    });
  } finally {
    files.close();
  }
}

function borrowAll<T>(
  borrower: Borrower,
  [first, ...others]: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  if (first === undefined) return work();
  return borrower.borrow(first, () => borrowAll(borrower, others, work));
}

function say(world: CommandWorld, sentence: string): void {
  world.say(visible(sentence));
}
