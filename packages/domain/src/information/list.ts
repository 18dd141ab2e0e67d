import type { InformationRequest } from "@guildhall/contract";
import { listInformation as listRows } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { reachProcess } from "../process/reach.ts";
import { presentInformation } from "./present.ts";

/**
 * Read all that was asked of the citizen of a process, and what was answered beside what the process says.
 *
 * @throws Problem `not-found`
 */
export async function listInformation(
  ctx: Context,
  processId: string,
): Promise<{ data: InformationRequest[] }> {
  requireScope(ctx, "processes:read");
  const process = await reachProcess(ctx, processId);
  const service = await ctx.catalogue.version(process.service, process.version);
  const rows = await listRows(ctx.db, processId);
  return { data: await Promise.all(rows.map((row) => presentInformation(ctx, row, service))) };
}
