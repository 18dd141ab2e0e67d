import { KeyRotation, Problem, type ShownKey } from "@guildhall/contract";
import { asPlatform, issueKey, listKeys, revokeKey, rotateKey } from "@guildhall/domain";
import type { Command } from "commander";
import { inTenant } from "./in-tenant.ts";
import { addIssueOptions, type IssueFlags, readIssueFlags } from "./key-flags.ts";
import type { CommandWorld } from "./world.ts";

interface TenantFlags {
  readonly tenant: string;
  readonly json?: boolean;
}

/** `guildhall key issue`, `list`, `rotate` and `revoke`. */
export function addKeyCommands(command: Command, world: CommandWorld): void {
  const key = command.command("key").description("the API keys of vendors and partners");
  addIssueOptions(
    key
      .command("issue")
      .description("issue an API key; it is shown once")
      .requiredOption("--tenant <id>", "whose key it is"),
  )
    .option("--json", "print JSON")
    .action((flags: TenantFlags & IssueFlags) => issue(flags, world));
  key
    .command("list")
    .description("list API keys, newest first")
    .requiredOption("--tenant <id>", "whose keys")
    .option("--json", "print JSON")
    .action((flags: TenantFlags) => list(flags, world));
  key
    .command("rotate")
    .description("give an API key a new secret; it is shown once")
    .argument("<key-id>", keyIdWords)
    .requiredOption("--tenant <id>", "whose key it is")
    .option("--hours <n>", "how long the secret before stays good; 0 ends it at once", "24")
    .option("--json", "print JSON")
    .action((id: string, flags: TenantFlags & { hours: string }) => rotate(id, flags, world));
  key
    .command("revoke")
    .description("end an API key")
    .argument("<key-id>", keyIdWords)
    .requiredOption("--tenant <id>", "whose key it is")
    .action((id: string, flags: TenantFlags) => revoke(id, flags.tenant, world));
}

const keyIdWords = "the twelve characters after gh_live_";

async function issue(
  { tenant, json, ...flags }: TenantFlags & IssueFlags,
  world: CommandWorld,
): Promise<void> {
  const asked = readIssueFlags(flags);
  show(await inTenant(tenant, world, (ground) => issueKey(asPlatform(ground), asked)), json, world);
}

async function list({ tenant, json }: TenantFlags, world: CommandWorld): Promise<void> {
  const { data } = await inTenant(tenant, world, (ground) =>
    listKeys(asPlatform(ground), { limit: 1000 }),
  );
  if (json) return world.print(JSON.stringify({ data }));
  for (const { id, name, expiresAt, lastUsedAt = "never", revokedAt } of data) {
    const until = revokedAt ? `revoked ${revokedAt}` : `until ${expiresAt}`;
    world.print(`${id}  ${until}  used ${lastUsedAt}  ${name}`);
  }
}

async function rotate(
  id: string,
  { tenant, hours, json }: TenantFlags & { hours: string },
  world: CommandWorld,
): Promise<void> {
  const rotation = KeyRotation.safeParse({ previousEndsInHours: Number(hours) });
  if (!rotation.success) throw new Error("--hours takes a whole number from 0 to 720.");
  const rotated = await inTenant(tenant, world, (ground) =>
    rotateKey(asPlatform(ground), id, rotation.data).catch((error) => {
      throw inWords(error, { tenant, id });
    }),
  );
  show(rotated, json, world);
}

async function revoke(id: string, tenant: string, world: CommandWorld): Promise<void> {
  const revoked = await inTenant(tenant, world, (ground) => revokeKey(asPlatform(ground), id));
  if (!revoked) throw new Error(`${tenant} has no key ${id}.`);
  world.say("The key is revoked.");
}

function inWords(error: unknown, { tenant, id }: { tenant: string; id: string }): unknown {
  if (!(error instanceof Problem)) return error;
  if (error.code === "not-found") return new Error(`${tenant} has no key ${id}.`);
  return new Error(`The key ${id} was revoked, or has no secret.`);
}

/** The key alone, so that it can be piped on; of one without a secret, the id that its holder signs for. */
function show(shown: ShownKey, json: boolean | undefined, world: CommandWorld): void {
  world.print(json ? JSON.stringify(shown) : (shown.key ?? shown.id));
  if (!json && shown.signingSecret) world.say(`Writes are signed with ${shown.signingSecret}`);
}
