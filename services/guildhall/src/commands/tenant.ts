import { resolve } from "node:path";
import { applyTenant, type PlannedChange, planTenant } from "@guildhall/domain";
import { loadRootKey, readConfig } from "@guildhall/runtime";
import { Store } from "@guildhall/store";
import type { Command } from "commander";
import { readTenant } from "../tenants-folder.ts";
import type { CommandWorld } from "./world.ts";

interface ApplyFlags {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `guildhall tenant apply <folder…>`. */
export function addTenantCommands(command: Command, world: CommandWorld): void {
  command
    .command("tenant")
    .description("the organisations on the platform")
    .command("apply")
    .description("make tenants as their folders say; a second time changes nothing")
    .argument("<folder...>", "tenants' folders, such as tenants/cambridge-city")
    .option("--dry-run", "print what would change, and change nothing")
    .option("--json", "print the plan as JSON")
    .action((folders: string[], flags: ApplyFlags) => apply(folders, flags, world));
}

/** Read all folders before the first is applied, so that one fault leaves everything as it was. */
async function apply(
  folders: readonly string[],
  { dryRun = false, json = false }: ApplyFlags,
  { env, print, say }: CommandWorld,
): Promise<void> {
  const bundles = await Promise.all(folders.map((folder) => readTenant(resolve(folder))));
  const config = readConfig(env);
  const store = await Store.open({ folder: config.data, rootKey: await loadRootKey(config) });
  const actor = { kind: "platform", id: "command-line", name: "guildhall tenant apply" } as const;
  const plans: Record<string, readonly PlannedChange[]> = {};
  try {
    for (const bundle of bundles) {
      const { id } = bundle.tenant;
      plans[id] = dryRun
        ? await planTenant(await store.tenant(id), bundle)
        : await applyTenant(store, bundle, { actor, now: Date.now() });
    }
  } finally {
    store.close();
  }
  if (json) return print(JSON.stringify(plans, null, 2));
  for (const [tenant, plan] of Object.entries(plans)) print(describe(tenant, plan));
  if (dryRun) say("Nothing was changed.");
}

const words = { create: "+", update: "~", withdraw: "-" } as const;

function describe(tenant: string, plan: readonly PlannedChange[]): string {
  if (plan.length === 0) return `${tenant}: nothing to change`;
  return [
    `${tenant}:`,
    ...plan.map(({ action, kind, id }) => `  ${words[action]} ${kind} ${id}`),
  ].join("\n");
}
