import { ConfigError } from "@guildhall/runtime";
import { Command, CommanderError } from "commander";
import { addAuditCommands } from "./commands/audit.ts";
import { addCookbookCommands } from "./commands/cookbook.ts";
import { addDoctorCommand } from "./commands/doctor.ts";
import { addKeyCommands } from "./commands/key.ts";
import { addPersonCommands } from "./commands/person.ts";
import { addPlacesCommands } from "./commands/places.ts";
import { addServerCommands } from "./commands/server.ts";
import { addServiceCommands } from "./commands/service.ts";
import { addSignInCommands } from "./commands/sign-in.ts";
import { addSigningKeyCommands } from "./commands/signing-key.ts";
import { addTenantCommands } from "./commands/tenant.ts";
import type { CommandWorld } from "./commands/world.ts";
import { addXmlCommands } from "./commands/xml.ts";
import { productFolders } from "./folders.ts";
import { FolderRefused } from "./tenants-folder.ts";

const usageExit = 2;

/**
 * Run the `guildhall` command line and give the exit code: 0 for done, 1 for failed, 2 for a wrong call.
 *
 * What is asked for goes to standard output, words go to standard error, and a failure is one plain sentence.
 */
export async function runCommandLine(
  args: readonly string[],
  env: CommandWorld["env"],
  program: string,
): Promise<number> {
  const world: CommandWorld = {
    env,
    program,
    folders: productFolders(program),
    say: (sentence) => process.stderr.write(`${sentence}\n`),
    print: (text) => process.stdout.write(`${text}\n`),
  };
  const exit = { code: 0 };
  const command = new Command("guildhall")
    .description("Run a shared-services platform for councils")
    .exitOverride();
  addServerCommands(command, world, exit);
  addTenantCommands(command, world, exit);
  addKeyCommands(command, world);
  addPersonCommands(command, world);
  addPlacesCommands(command, world);
  addSignInCommands(command, world);
  addSigningKeyCommands(command, world);
  addAuditCommands(command, world, exit);
  addXmlCommands(command, world, exit);
  addServiceCommands(command, world, exit);
  addCookbookCommands(command, world);
  addDoctorCommand(command, world, exit);
  try {
    await command.parseAsync(args.length === 0 ? ["start"] : [...args], { from: "user" });
    return exit.code;
  } catch (error) {
    return explain(error, world);
  }
}

function explain(error: unknown, { say }: CommandWorld): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageExit;
  say(sentenceOf(error));
  return 1;
}

function sentenceOf(error: unknown): string {
  if (error instanceof FolderRefused || error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return "Something failed.";
  const code = "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE" && "port" in error)
    return `Port ${error.port} is in use. Set PORT or SIMULATORS_PORT to another.`;
  return error.message;
}
