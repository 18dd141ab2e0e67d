import { Scope } from "@guildhall/contract";
import {
  asPlatform,
  createGrounds,
  createIds,
  type Ground,
  issueKey,
  revokeKey,
} from "@guildhall/domain";
import { loadRootKey, readConfig } from "@guildhall/runtime";
import { Store } from "@guildhall/store";
import type { Command } from "commander";
import type { CommandWorld } from "./world.ts";

interface IssueFlags {
  readonly tenant: string;
  readonly name: string;
  readonly kind: "vendor" | "partner";
  readonly scopes: string;
  readonly json?: boolean;
}

/** `guildhall key issue` and `guildhall key revoke`. */
export function addKeyCommands(command: Command, world: CommandWorld): void {
  const key = command.command("key").description("the API keys of vendors and partners");
  key
    .command("issue")
    .description("issue an API key; it is shown once")
    .requiredOption("--tenant <id>", "whose key it is")
    .requiredOption("--name <name>", "what staff and citizens see as author")
    .option("--kind <kind>", "vendor or partner", "vendor")
    .requiredOption(
      "--scopes <scopes>",
      `what it may do, apart by commas: ${Scope.options.join(", ")}`,
    )
    .option("--json", "print JSON")
    .action((flags: IssueFlags) => issue(flags, world));
  key
    .command("revoke")
    .description("end an API key")
    .argument("<key-id>", "the twelve characters after gh_live_")
    .requiredOption("--tenant <id>", "whose key it is")
    .action((id: string, flags: { tenant: string }) => revoke(id, flags.tenant, world));
}

async function issue(
  { tenant, name, kind, scopes, json = false }: IssueFlags,
  world: CommandWorld,
): Promise<void> {
  const allowed = Scope.array().safeParse(scopes.split(",").map((scope) => scope.trim()));
  if (!allowed.success) throw new Error(`--scopes takes any of: ${Scope.options.join(", ")}.`);
  const issued = await inTenant(tenant, world, (ground) =>
    issueKey(asPlatform(ground), { name, kind, scopes: allowed.data }),
  );
  world.print(json ? JSON.stringify(issued) : issued.key);
}

async function revoke(id: string, tenant: string, world: CommandWorld): Promise<void> {
  const revoked = await inTenant(tenant, world, (ground) => revokeKey(asPlatform(ground), id));
  if (!revoked) throw new Error(`${tenant} has no key ${id}.`);
  world.say("The key is revoked.");
}

async function inTenant<T>(
  tenant: string,
  { env }: CommandWorld,
  work: (ground: Ground) => Promise<T>,
): Promise<T> {
  const config = readConfig(env);
  const store = await Store.open({ folder: config.data, rootKey: await loadRootKey(config) });
  try {
    const handover = { reserve: () => undefined, give: () => {}, wake: () => {} };
    const groundFor = createGrounds({
      store,
      publicUrl: config.publicUrl,
      handover,
      ids: createIds(),
      now: Date.now,
    });
    const ground = await groundFor(tenant);
    if (!ground) throw new Error(`There is no tenant ${tenant}.`);
    return await work(ground);
  } finally {
    store.close();
  }
}
