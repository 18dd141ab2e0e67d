import { join } from "node:path";
import { Cookbook } from "@guildhall/domain";
import { readConfig } from "@guildhall/runtime";
import type { Store } from "@guildhall/store";
import type { Command } from "commander";
import { openStore } from "../open-store.ts";
import { shareFolder } from "../seed-cookbook.ts";
import type { CommandWorld } from "./world.ts";

interface Flags {
  readonly json?: boolean;
  readonly name: string;
  readonly key: string;
  readonly folder?: string;
}

/** `guildhall cookbook key`, `publishers`, `trust`, `forget` and `apply`. */
export function addCookbookCommands(command: Command, world: CommandWorld): void {
  const cookbook = command
    .command("cookbook")
    .description("the recipes that councils share, and whose recipes are trusted");
  cookbook
    .command("key")
    .description("print the public key that others trust to read recipes from here")
    .action(() => withCookbook(world, async (known) => world.print(await known.ownKey())));
  cookbook
    .command("publishers")
    .description("list whose recipes are trusted")
    .option("--json", "print JSON")
    .action((flags: Flags) => withCookbook(world, (known) => list(known, flags, world)));
  cookbook
    .command("trust")
    .description("read the recipes that a key has signed")
    .requiredOption("--name <name>", "who the publisher is")
    .requiredOption("--key <key>", "their public key, as they print it")
    .action((flags: Flags) => withCookbook(world, (known) => trust(known, flags, world)));
  cookbook
    .command("forget")
    .description("read no more recipes that a key has signed; those that are here stay")
    .requiredOption("--key <id>", "the key's id, as the list has it")
    .action((flags: Flags) => withCookbook(world, (known) => forget(known, flags, world)));
  cookbook
    .command("apply")
    .description("share the recipes of a folder: what has changed as the next version")
    .option("--folder <path>", "the folder, where it is not the one that comes with the platform")
    .action((flags: Flags) => withCookbook(world, async (_, store) => apply(store, flags, world)));
}

async function withCookbook(
  { env }: CommandWorld,
  work: (cookbook: Cookbook, store: Store) => Promise<void>,
): Promise<void> {
  const store = await openStore(readConfig(env));
  try {
    await work(new Cookbook(store.directory, Date.now), store);
  } finally {
    store.close();
  }
}

async function list(cookbook: Cookbook, { json }: Flags, { print, say }: CommandWorld) {
  const data = (await cookbook.publishers()).map(({ kid, name, key, trustedAt }) => {
    return { id: kid, name, key, trustedAt: new Date(trustedAt).toISOString() };
  });
  if (json) return print(JSON.stringify({ data }));
  if (data.length === 0) say("Nobody's recipes are trusted but those of this installation.");
  for (const { id, name } of data) print(`${id}  ${name}`);
}

async function trust(cookbook: Cookbook, { name, key }: Flags, { say }: CommandWorld) {
  const { kid } = await cookbook.trust(name, key);
  say(`Recipes that ${name} has signed are read from now on. The key's id is ${kid}.`);
}

async function forget(cookbook: Cookbook, { key }: Flags, { say }: CommandWorld) {
  if (!(await cookbook.forget(key))) throw new Error("No key of this id is trusted.");
  say("Recipes that this key has signed are read no more.");
}

async function apply(store: Store, { folder }: Flags, { folders, print }: CommandWorld) {
  const shared = await shareFolder(store, folder ?? join(folders.tenants, "cookbook"));
  for (const { id, version, title } of shared) print(`${id}  version ${version}  ${title}`);
}
