import { fileURLToPath } from "node:url";
import { readConfig } from "@guildhall/runtime";
import type { Command } from "commander";
import type { MemberPlace } from "../cluster/run-member.ts";
import { collectAfterStart, serverFlags } from "../server-memory.ts";
import { supervise } from "../supervise/supervisor.ts";
import type { CommandWorld } from "./world.ts";

/**
 * `guildhall start` runs everything under a supervisor; `guildhall serve` is the process it watches over.
 *
 * `guildhall cluster` spreads the same over several processes, each of which is a `guildhall node`.
 */
export function addServerCommands(
  command: Command,
  world: CommandWorld,
  exit: { code: number },
): void {
  command
    .command("start")
    .description("run everything in one server under a supervisor")
    .action(async () => {
      exit.code = await start(world);
    });
  command
    .command("serve")
    .description("run the server alone, without a supervisor")
    .action(async () => {
      const config = readConfig(world.env);
      // Other commands need nothing of the server, and answer sooner without it.
      const { serveUntilSignal } = await import("../run-server.ts");
      await serveUntilSignal(config, world.folders);
      collectAfterStart();
    });
  addClusterCommands(command, world, exit);
}

function addClusterCommands(command: Command, world: CommandWorld, exit: { code: number }): void {
  command
    .command("cluster")
    .description("run everything in several processes; SIGHUP puts a new one in the place of each")
    .action(async () => {
      const { runCluster } = await import("../cluster/run-cluster.ts");
      exit.code = await runCluster(readConfig(world.env), world);
    });
  command
    .command("node", { hidden: true })
    .requiredOption("--kind <kind>")
    .requiredOption("--slot <slot>")
    .requiredOption("--id <id>")
    .action(async (place: MemberPlace) => {
      const { runMember } = await import("../cluster/run-member.ts");
      await runMember(readConfig(world.env), world.folders, place);
      collectAfterStart();
    });
  command.command("seed", { hidden: true }).action(async () => {
    const { seedWhereEmpty } = await import("../seed-where-empty.ts");
    await seedWhereEmpty(readConfig(world.env), world.folders);
  });
}

async function start({ env, program, say }: CommandWorld): Promise<number> {
  const { data } = readConfig(env);
  const flags = [...process.execArgv, ...serverFlags];
  const { ended, stop } = supervise({
    command: [process.execPath, ...flags, fileURLToPath(program), "serve"],
    data,
    report: say,
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stop(signal));
  return (await ended).code;
}
