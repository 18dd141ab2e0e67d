import type { AuditVerification } from "@guildhall/contract";
import { asPlatform, takeCheckpoint, verifyAudit } from "@guildhall/domain";
import { readConfig } from "@guildhall/runtime";
import type { Command } from "commander";
import { checkpointFile, readCheckpoints } from "../checkpoint-file.ts";
import { inTenant } from "./in-tenant.ts";
import type { CommandWorld } from "./world.ts";

interface Flags {
  readonly tenant: string;
  readonly checkpoints?: string;
  readonly json?: boolean;
}

/** `guildhall audit verify` and `guildhall audit checkpoint`. */
export function addAuditCommands(
  command: Command,
  world: CommandWorld,
  exit: { code: number },
): void {
  const audit = command.command("audit").description("who did what in a tenant");
  audit
    .command("verify")
    .description("follow the trail's hashes, and hold it against its checkpoints")
    .requiredOption("--tenant <id>", "whose trail")
    .option("--checkpoints <file>", "more checkpoints, one on a line, from where you keep them")
    .option("--json", "print JSON")
    .action(async (flags: Flags) => {
      exit.code = (await verify(flags, world)) ? 0 : 1;
    });
  audit
    .command("checkpoint")
    .description("print a signed line that says how far the trail has come, to be kept elsewhere")
    .requiredOption("--tenant <id>", "whose trail")
    .action(async ({ tenant }: Flags) => {
      const { signed } = await inTenant(tenant, world, (ground) =>
        takeCheckpoint(asPlatform(ground)),
      );
      world.print(signed);
    });
}

async function verify({ tenant, checkpoints, json }: Flags, world: CommandWorld): Promise<boolean> {
  const { data } = readConfig(world.env);
  const more = checkpoints === undefined ? [] : await readCheckpoints(checkpoints);
  if (checkpoints !== undefined && more.length === 0)
    throw new Error(`There are no checkpoints in ${checkpoints}.`);
  const known = [...(await readCheckpoints(checkpointFile(data, tenant))), ...more];
  const found = await inTenant(tenant, world, (ground) => verifyAudit(asPlatform(ground), known));
  for (const line of json ? [JSON.stringify(found)] : sentencesOf(found)) world.print(line);
  return found.holds && !found.checkpoints?.refused;
}

function sentencesOf({ events, brokenAt, hash, checkpoints }: AuditVerification): string[] {
  const chain =
    brokenAt === undefined
      ? `The trail holds: ${events} events, the last with hash ${hash}.`
      : `The trail is broken at event ${brokenAt}: it was changed, or one was taken out or put in.`;
  return [chain, ...checkpointSentences(checkpoints)];
}

function checkpointSentences(found: AuditVerification["checkpoints"]): string[] {
  if (!found)
    return ["It was held against no checkpoint, so an end that was cut off does not show."];
  const { held, refused, brokenAt } = found;
  return [
    `It agrees with ${held} ${held === 1 ? "checkpoint" : "checkpoints"}.`,
    ...(brokenAt === undefined
      ? []
      : [
          `It does not agree with the one of event ${brokenAt}: its end was cut off, or it was written anew.`,
        ]),
    ...(refused === 0 ? [] : [`Not signed here, or another tenant's: ${refused}.`]),
  ];
}
