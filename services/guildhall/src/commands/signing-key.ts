import { Problem } from "@guildhall/contract";
import { asPlatform, listSigningKeys, rotateSigningKeys } from "@guildhall/domain";
import type { Command } from "commander";
import { inTenant } from "./in-tenant.ts";
import type { CommandWorld } from "./world.ts";

interface Flags {
  readonly tenant: string;
  readonly json?: boolean;
}

/** `guildhall signing-key list` and `guildhall signing-key rotate`. */
export function addSigningKeyCommands(command: Command, world: CommandWorld): void {
  const key = command.command("signing-key").description("the keys that a tenant signs with");
  key
    .command("list")
    .description("list them, with what each is for")
    .requiredOption("--tenant <id>", "whose keys")
    .option("--json", "print JSON")
    .action((flags: Flags) => run(flags, world, listSigningKeys));
  key
    .command("rotate")
    .description("let the next key sign; no call fails")
    .requiredOption("--tenant <id>", "whose keys")
    .option("--json", "print JSON")
    .action((flags: Flags) => run(flags, world, rotateSigningKeys));
}

async function run(
  { tenant, json }: Flags,
  world: CommandWorld,
  verb: typeof listSigningKeys,
): Promise<void> {
  const { data } = await inTenant(tenant, world, (ground) =>
    verb(asPlatform(ground)).catch((error) => {
      const isEarly = error instanceof Problem && error.code === "invalid-transition";
      throw isEarly ? new Error("The next key has not been published for a day yet.") : error;
    }),
  );
  if (json) return world.print(JSON.stringify({ data }));
  for (const { kid, state, since } of data)
    world.print(`${kid}  ${state.padEnd(8)}  since ${since}`);
}
