import { Problem, type Process } from "@guildhall/contract";
import { type Context, requireScope } from "../context.ts";
import { presentProcesses } from "./present.ts";
import { reachProcess } from "./reach.ts";

/**
 * See how far a process has got.
 *
 * @throws Problem `not-found`
 */
export async function getProcess(ctx: Context, id: string): Promise<Process> {
  requireScope(ctx, "processes:read");
  const [process] = await presentProcesses(ctx, [await reachProcess(ctx, id)]);
  if (!process) throw new Problem("not-found");
  return process;
}
