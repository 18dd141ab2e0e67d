import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { NewTenant, Problem, type TenantReadiness } from "@guildhall/contract";
import {
  asPlatform,
  type Context,
  checkNewTenant,
  createTenant,
  getTenantReadiness,
  type OnboardingDesk,
} from "@guildhall/domain";
import { type Config, readConfig } from "@guildhall/runtime";
import type { Store } from "@guildhall/store";
import type { Command } from "commander";
import { parse } from "yaml";
import { type Borrower, openBorrower } from "../cluster/borrow.ts";
import { createOnboarding } from "../onboarding.ts";
import { visible } from "../visible.ts";
import { groundsIn } from "./in-tenant.ts";
import type { CommandWorld } from "./world.ts";

interface Flags {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly colour: string;
  readonly domain?: string[];
  readonly admin: string[];
  readonly connector?: string[];
  readonly signIn?: string;
  readonly recipes: string;
  readonly runBy?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `guildhall tenant create`. */
export function addTenantCreateCommand(tenant: Command, world: CommandWorld): void {
  tenant
    .command("create")
    .description("take a tenant on: its brand, connections, recipes as drafts, administrators")
    .requiredOption("--id <id>", "what it is called in addresses, such as fenmarsh")
    .requiredOption("--name <name>", "what people call it")
    .requiredOption("--colour <colour>", "the colour of its pages, as #rrggbb")
    .requiredOption("--admin <who...>", 'who lets others in and is written to: "Name <email>"')
    .option("--kind <kind>", "council or partner", "council")
    .option("--domain <name...>", "host names of its own; links lead to the first")
    .option("--sign-in <file>", "YAML: where its staff sign in, as signIn of a tenant.yaml")
    .option("--connector <file...>", "YAML of a connector, as in a tenant's folder")
    .option("--recipes <which>", "all, none, or names with commas between", "all")
    .option("--run-by <id>", "who runs the platform for it, where there are several")
    .option("--dry-run", "say what is wrong with it, and make nothing")
    .option("--json", "print JSON")
    .action((flags: Flags) => create(flags, world));
}

async function create(flags: Flags, { env, print, say }: CommandWorld): Promise<void> {
  const asked = await readAsked(flags);
  const config = readConfig(env);
  await using borrower = await openBorrower(config);
  const work = async (ctx: Context, desk: OnboardingDesk) => {
    if (flags.dryRun) return checkNewTenant(ctx, asked, desk);
    say(`Making ${asked.id}…`);
    await createTenant(ctx, asked, desk);
    say("Looking at what is ready…");
    return getTenantReadiness(ctx, asked.id, desk);
  };
  const made = await inBoth(borrower, { config, flags }, work).catch(inWords);
  if (!made) {
    if (flags.json) print(JSON.stringify({ tenant: asked.id, faults: [] }));
    return say("Nothing is wrong with it. Nothing was made.");
  }
  print(flags.json ? JSON.stringify(made) : describe(made));
  say(`${asked.name} is made. Its administrators are written to.`);
}

/** Hold whoever runs the platform and the tenant to be, while the work goes on. */
async function inBoth<T>(
  { store, borrow }: Borrower,
  { config, flags }: { readonly config: Config; readonly flags: Flags },
  work: (ctx: Context, desk: OnboardingDesk) => Promise<T>,
): Promise<T> {
  const runBy = await runnerIn(store, flags.runBy);
  const groundFor = groundsIn(store, config);
  const desk = createOnboarding({ config, store, groundFor });
  const actor = { kind: "platform", id: "command-line", name: "guildhall tenant create" } as const;
  return borrow(runBy, async () => {
    const ground = await groundFor(runBy);
    if (!ground) throw new Error(`There is no tenant ${runBy}.`);
    return borrow(flags.id, () => work({ ...asPlatform(ground), actor }, desk));
  });
}

async function runnerIn(store: Store, named: string | undefined): Promise<string> {
  const all = (await store.tenants()).map(({ definition }) => definition);
  const runners = all.filter(({ kind }) => kind === "shared-service").map(({ id }) => id);
  const [first] = runners;
  if (named !== undefined && !runners.includes(named))
    throw new Error(`${named} is nobody who runs the platform for others.`);
  if (first === undefined)
    throw new Error(
      "Nobody runs the platform for others yet. Apply a folder of kind shared-service first.",
    );
  if (named === undefined && runners.length > 1)
    throw new Error(`Say with --run-by who runs the platform for it: ${runners.join(", ")}.`);
  return named ?? first;
}

async function readAsked(flags: Flags): Promise<NewTenant> {
  const { id, name, kind, colour, domain, admin, connector = [], recipes } = flags;
  const said = {
    id,
    name,
    kind,
    colour,
    ...(domain && { domains: domain }),
    ...(flags.signIn && { signIn: await readYaml(flags.signIn) }),
    connectors: await Promise.all(connector.map(readConnector)),
    recipes: recipes === "all" ? "all" : recipes === "none" ? [] : recipes.split(","),
    administrators: admin.map(readAdmin),
  };
  const read = NewTenant.safeParse(said);
  if (read.success) return read.data;
  const [flag = "", ...path] = read.error.issues[0]?.path.map(String) ?? [];
  throw new Error(wrong[flag] ?? `${[flag, ...path].join(".")} is not as it has to be.`);
}

const wrong: Readonly<Record<string, string>> = {
  id: "--id takes small letters, digits and single hyphens.",
  name: "--name takes 1 to 120 characters.",
  kind: "--kind is council or partner.",
  colour: "--colour takes a colour such as #0a5c55.",
  domains: "--domain takes host names such as services.fenmarsh.gov.uk.",
  recipes: "--recipes takes all, none, or names of recipes with commas between.",
  administrators: '--admin takes a name and an email address: "Ada Byron <ada@fenmarsh.gov.uk>".',
};

function readAdmin(text: string): { name: string; email: string } {
  const [, name = "", email = ""] = /^([^<]*)<([^>]*)>$/.exec(text) ?? [];
  return { name: name.trim(), email };
}

async function readConnector(path: string): Promise<object> {
  const said = await readYaml(path);
  return { id: basename(path).replace(/\.ya?ml$/, ""), ...(said as object) };
}

async function readYaml(path: string): Promise<unknown> {
  try {
    return parse(await readFile(path, "utf8"));
  } catch {
    throw new Error(`${path} cannot be read as YAML.`);
  }
}

function describe({ checks }: TenantReadiness): string {
  return checks
    .map(({ title, state, sentence }) => `${state.padEnd(5)}  ${title}: ${sentence}`)
    .map(visible)
    .join("\n");
}

function inWords(error: unknown): never {
  const detail = error instanceof Problem ? error.faults[0]?.detail : undefined;
  throw detail === undefined ? error : new Error(detail);
}
