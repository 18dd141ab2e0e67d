import { type DraftStanding, Problem } from "@guildhall/contract";
import { type DraftRow, isWithdrawn, lastReplacing } from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Context } from "../context.ts";

/** Tell whether a draft can be finished on the version that it began with. */
export async function standingOf(
  ctx: Context,
  { service, version }: Pick<DraftRow, "service" | "version">,
): Promise<DraftStanding> {
  const live = await liveOf(ctx, service);
  if (live?.version === version) return "open";
  if (!live) return (await isWithdrawn(ctx.db, service)) ? "withdrawn" : "open";
  return version < (await lastReplacing(ctx.db, service)) ? "replaced" : "open";
}

/**
 * Refuse to accept what can no longer be finished.
 *
 * @throws Problem `draft-replaced`, `service-withdrawn`
 */
export async function refuseOvertaken(ctx: Context, draft: DraftRow): Promise<void> {
  const standing = await standingOf(ctx, draft);
  if (standing === "replaced") throw new Problem("draft-replaced");
  if (standing === "withdrawn") throw new Problem("service-withdrawn");
}

async function liveOf(ctx: Context, service: string): Promise<CompiledService | undefined> {
  try {
    return await ctx.catalogue.live(service);
  } catch (error) {
    if (error instanceof Problem && error.code === "not-found") return undefined;
    throw error;
  }
}
