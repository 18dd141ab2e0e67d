import type { Command } from "commander";
import type { CommandWorld } from "./world.ts";

interface DoctorFlags {
  readonly tls?: boolean;
  readonly json?: boolean;
}

/** `guildhall doctor`. */
export function addDoctorCommand(
  command: Command,
  world: CommandWorld,
  exit: { code: number },
): void {
  command
    .command("doctor")
    .description("look whether the platform can run here, and run safely; exit code 1 when not")
    .option("--tls", "make a certificate for this machine, to try https with")
    .option("--json", "print JSON")
    .action(async ({ tls = false, json = false }: DoctorFlags) => {
      exit.code = await (tls ? makeCertificate : examine)(world, json);
    });
}

// Other commands need nothing of these, and answer sooner without them.
const examine = async (world: CommandWorld, json: boolean) =>
  (await import("../doctor/examine.ts")).examine(world, json);
const makeCertificate = async (world: CommandWorld, json: boolean) =>
  (await import("../doctor/make-certificate.ts")).makeCertificate(world, json);
