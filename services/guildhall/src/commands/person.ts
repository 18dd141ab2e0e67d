import { EmailAddress, type NewPerson, type Person, Role } from "@guildhall/contract";
import {
  addPerson,
  asPlatform,
  endSessions,
  type Ground,
  giveLink,
  listPeople,
  removePerson,
} from "@guildhall/domain";
import type { Command } from "commander";
import { inTenant } from "./in-tenant.ts";
import type { CommandWorld } from "./world.ts";

interface TenantFlags {
  readonly tenant: string;
  readonly json?: boolean;
}

interface AddFlags extends TenantFlags {
  readonly email: string;
  readonly name: string;
  readonly role: string[];
  readonly link?: boolean;
}

interface WhoFlags extends TenantFlags {
  readonly email: string;
}

/** `guildhall person add`, `list`, `link`, `sign-out` and `remove`. */
export function addPersonCommands(command: Command, world: CommandWorld): void {
  const person = command.command("person").description("the people who work with the staff pages");
  person
    .command("add")
    .description("let somebody in, and write to them")
    .requiredOption("--tenant <id>", "for whom they work")
    .requiredOption("--email <address>", "where they are written to")
    .requiredOption("--name <name>", "what they are called")
    .requiredOption("--role <role...>", `any of: ${Role.options.join(", ")}`)
    .option("--link", "write to nobody, and print a link that signs them in once")
    .option("--json", "print JSON")
    .action((flags: AddFlags) => add(flags, world));
  person
    .command("list")
    .description("list people, in the order they were added")
    .requiredOption("--tenant <id>", "whose people")
    .option("--json", "print JSON")
    .action((flags: TenantFlags) => list(flags, world));
  const named = (name: string, description: string) =>
    person
      .command(name)
      .description(description)
      .requiredOption("--tenant <id>", "for whom they work")
      .requiredOption("--email <address>", "who it is");
  named("link", "print a link that signs somebody in once, within 15 minutes").action(
    (flags: WhoFlags) => link(flags, world),
  );
  named("sign-out", "end all sessions of somebody").action((flags: WhoFlags) =>
    act(flags, world, { work: endSessions, said: "They are signed out everywhere." }),
  );
  named("remove", "remove somebody, and end their sessions").action((flags: WhoFlags) =>
    act(flags, world, { work: removePerson, said: "They are removed." }),
  );
}

async function add(flags: AddFlags, world: CommandWorld): Promise<void> {
  const { tenant, link: wantsLink = false, json = false } = flags;
  const asked = readPerson(flags);
  const { person, url } = await inTenant(tenant, world, async (ground) => {
    const ctx = asPlatform(ground);
    const added = await addPerson(ctx, asked, { invite: !wantsLink });
    return { person: added, url: wantsLink ? await giveLink(ctx, added.id) : undefined };
  });
  if (json) return world.print(JSON.stringify({ person, ...(url ? { link: url } : {}) }));
  world.print(url ?? person.id);
  world.say(url ? linkWords : `${person.email} can sign in, and is written to.`);
}

const linkWords = "It signs them in once, within 15 minutes: give it to nobody else.";

function readPerson({ email, name, role }: AddFlags): NewPerson {
  const roles = Role.array().min(1).safeParse(role);
  if (!roles.success) throw new Error(`--role takes any of: ${Role.options.join(", ")}.`);
  return { email: readEmail(email), name, roles: roles.data };
}

function readEmail(email: string): string {
  const read = EmailAddress.safeParse(email);
  if (!read.success) throw new Error("--email takes an email address.");
  return read.data;
}

async function list({ tenant, json = false }: TenantFlags, world: CommandWorld): Promise<void> {
  const people = await inTenant(tenant, world, allPeople);
  if (json) return world.print(JSON.stringify({ data: people }));
  for (const { id, email, roles, active, lastSignedInAt = "never" } of people) {
    const state = active ? `signed in ${lastSignedInAt}` : "not active";
    world.print(`${id}  ${email}  ${roles.join(", ")}  ${state}`);
  }
}

async function link({ tenant, email }: WhoFlags, world: CommandWorld): Promise<void> {
  const url = await inTenant(tenant, world, async (ground) =>
    giveLink(asPlatform(ground), await idOf(ground, email)),
  );
  world.print(url);
  world.say(linkWords);
}

async function act(
  { tenant, email }: WhoFlags,
  world: CommandWorld,
  { work, said }: { work: typeof endSessions; said: string },
): Promise<void> {
  await inTenant(tenant, world, async (ground) =>
    work(asPlatform(ground), await idOf(ground, email)),
  );
  world.say(said);
}

async function idOf(ground: Ground, email: string): Promise<string> {
  const wanted = readEmail(email);
  const found = (await allPeople(ground)).find((person) => person.email === wanted);
  if (!found) throw new Error(`${ground.tenant.id} has nobody with the address ${wanted}.`);
  return found.id;
}

async function allPeople(ground: Ground): Promise<Person[]> {
  const all: Person[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listPeople(asPlatform(ground), {
      limit: 100,
      ...(cursor === undefined ? {} : { cursor }),
    });
    all.push(...page.data);
    cursor = page.nextCursor;
    if (cursor === undefined) return all;
  }
}
