import { fileURLToPath } from "node:url";
import { readConfig } from "@guildhall/runtime";
import type { Command } from "commander";
import { supervise } from "../supervise/supervisor.ts";
import type { CommandWorld } from "./world.ts";

/** `guildhall start` runs everything under a supervisor; `guildhall serve` is the process it watches over. */
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
    });
}

async function start({ env, program, say }: CommandWorld): Promise<number> {
  const { data } = readConfig(env);
  const command = [process.execPath, ...process.execArgv, fileURLToPath(program), "serve"] as const;
  const { ended, stop } = supervise({
    command: [command[0], ...command.slice(1)],
    data,
    report: say,
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stop(signal));
  return (await ended).code;
}
