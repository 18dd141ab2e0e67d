import { readFile } from "node:fs/promises";
import { SignInCredential } from "@guildhall/contract";
import { asPlatform, setSignInCredential } from "@guildhall/domain";
import type { Command } from "commander";
import { inTenant } from "./in-tenant.ts";
import type { CommandWorld } from "./world.ts";

interface Flags {
  readonly tenant: string;
  readonly file: string;
}

/** `guildhall sign-in credential`. */
export function addSignInCommands(command: Command, world: CommandWorld): void {
  command
    .command("sign-in")
    .description("how the staff of a tenant sign in")
    .command("credential")
    .description("set what this platform is known to the tenant's own provider by")
    .requiredOption("--tenant <id>", "whose provider")
    .requiredOption(
      "--file <path>",
      "a file with the client secret, or with a private key as a JWK",
    )
    .action((flags: Flags) => set(flags, world));
}

/** From a file, since what stands on a command line is seen by every program on the machine. */
async function set({ tenant, file }: Flags, world: CommandWorld): Promise<void> {
  const credential = read((await readFile(file, "utf8")).trim());
  const { last4 } = await inTenant(tenant, world, (ground) =>
    setSignInCredential(asPlatform(ground), credential),
  );
  world.say(`The credential that ends in ${last4} is set.`);
}

function read(text: string): SignInCredential {
  const read = SignInCredential.safeParse(
    text.startsWith("{") ? { privateKey: JSON.parse(text) } : { clientSecret: text },
  );
  if (!read.success) throw new Error("The file has neither a client secret nor a private JWK.");
  return read.data;
}
