import { basename, join, resolve } from "node:path";
import {
  applyTenant,
  isAsApplied,
  type PlannedChange,
  planTenant,
  type TenantBundle,
} from "@guildhall/domain";
import { type Config, readConfig } from "@guildhall/runtime";
import type { Command } from "commander";
import { type Borrower, openBorrower } from "../cluster/borrow.ts";
import { createOurs } from "../door/domains.ts";
import { openTenantsReader, type TenantsReader } from "../tenants-folder.ts";
import { addTenantCreateCommand } from "./tenant-create.ts";
import { addTenantFolderCommands } from "./tenant-folder.ts";
import { addTenantLeaveCommands } from "./tenant-leave.ts";
import type { CommandWorld } from "./world.ts";

interface ApplyFlags {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `guildhall tenant apply <folder…>`, `create`, `export`, `import`, `erase` and `certificate verify`. */
export function addTenantCommands(
  command: Command,
  world: CommandWorld,
  exit: { code: number } = { code: 0 },
): void {
  const tenant = command.command("tenant").description("the organisations on the platform");
  tenant
    .command("apply")
    .description("make tenants as their folders say; a second time changes nothing")
    .argument("<folder...>", "tenants' folders, such as tenants/cambridge-city")
    .option("--dry-run", "print what would change, and change nothing")
    .option("--json", "print the plan as JSON")
    .action((folders: string[], flags: ApplyFlags) => apply(folders, flags, world));
  addTenantCreateCommand(tenant, world);
  addTenantFolderCommands(tenant, world);
  addTenantLeaveCommands(tenant, world, exit);
}

/** Read all folders before the first is applied, so that one fault leaves everything as it was. */
async function apply(
  folders: readonly string[],
  { dryRun = false, json = false }: ApplyFlags,
  { env, print, say }: CommandWorld,
): Promise<void> {
  const actor = { kind: "platform", id: "command-line", name: "guildhall tenant apply" } as const;
  const plans: Record<string, readonly PlannedChange[]> = {};
  {
    const config = readConfig(env);
    await using borrower = await openBorrower(config);
    const { store, borrow } = borrower;
    const changed = await readChanged(folders, borrower);
    for (const { bundle } of changed) refuseOurHosts(bundle, config);
    for (const { id, bundle } of changed) {
      plans[id] = await borrow(id, async () => {
        if (!bundle) return [];
        if (dryRun) return planTenant(await store.tenant(id), bundle);
        return applyTenant(store, bundle, { actor, now: Date.now() });
      });
    }
  }
  if (json) return print(JSON.stringify(plans, null, 2));
  for (const [tenant, plan] of Object.entries(plans)) print(describe(tenant, plan));
  if (dryRun) say("Nothing was changed.");
}

/** A folder cannot take the platform's own address for a council. */
function refuseOurHosts(bundle: TenantBundle | undefined, config: Config): void {
  const taken = bundle?.tenant.domains?.find(createOurs(config));
  if (taken) throw new Error(`${taken} is the platform's own address, so no tenant can have it.`);
}

interface Found {
  readonly id: string;
  /** Undefined for a folder that the tenant is as already. */
  readonly bundle: TenantBundle | undefined;
}

async function readChanged(
  folders: readonly string[],
  { store, borrow }: Borrower,
): Promise<Found[]> {
  const readers = new Map<string, TenantsReader>();
  const readerOf = (cookbook: string) => {
    const reader = readers.get(cookbook) ?? openTenantsReader(cookbook);
    readers.set(cookbook, reader);
    return reader;
  };
  try {
    const found: Found[] = [];
    for (const folder of folders.map((one) => resolve(one))) {
      const id = basename(folder);
      const reader = readerOf(join(folder, "..", "cookbook"));
      const digest = await reader.digest(folder);
      // To read and to try out a folder takes long, and nobody else need wait for that.
      const isSame = await borrow(id, async () => isAsApplied(await store.tenant(id), digest));
      const changed = async (bundle: TenantBundle) => {
        const plan = await borrow(id, async () => planTenant(await store.tenant(id), bundle));
        return changedServices(plan, bundle);
      };
      found.push({ id, bundle: isSame ? undefined : await reader.read(folder, changed) });
    }
    return found;
  } finally {
    for (const reader of readers.values()) await reader.close();
  }
}

/** All of them where anything has changed that their documents are made with. */
function changedServices(
  plan: readonly PlannedChange[],
  { services }: TenantBundle,
): ReadonlySet<string> {
  const isAny = plan.some(({ kind }) => kind !== "service" && kind !== "brand");
  const changed = plan.flatMap(({ kind, id }) => (kind === "service" ? id : []));
  return new Set(isAny ? services.map(({ id }) => id) : changed);
}

const words = { create: "+", update: "~", withdraw: "-", remove: "-" } as const;

function describe(tenant: string, plan: readonly PlannedChange[]): string {
  if (plan.length === 0) return `${tenant}: nothing to change`;
  return [
    `${tenant}:`,
    ...plan.map(({ action, kind, id }) => `  ${words[action]} ${kind} ${id}`),
  ].join("\n");
}
