import { type DryRun, Problem, type ScenarioRun } from "@guildhall/contract";
import { findTrialRun, type TrialRunRow } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import type { DryRunDesk } from "./desk.ts";
import { runsKeptMs } from "./record.ts";

/** How long after its time is up a run is still believed to go on. */
const graceMs = 60_000;
const interrupted = "The platform stopped while it was under way. Begin it again.";

/** Which run of a service is looked for. */
export interface WhichRun {
  readonly service: string;
  readonly id: string;
}

/**
 * See how far a dry run has come.
 *
 * @throws Problem `not-found`, a day after its last news too
 */
export async function getDryRun(ctx: Context, which: WhichRun, desk: DryRunDesk): Promise<DryRun> {
  const row = await reachRun(ctx, which, { desk, kind: "dry" });
  const run = row.result as DryRun; // Put by a dry run.
  return isLost(ctx, row, desk) ? { ...run, outcome: "failed", verdict: interrupted } : run;
}

/**
 * See how far a service's scenarios have come.
 *
 * @throws Problem `not-found`, a day after its last news too
 */
export async function getScenarioRun(
  ctx: Context,
  which: WhichRun,
  desk: DryRunDesk,
): Promise<ScenarioRun> {
  const row = await reachRun(ctx, which, { desk, kind: "scr" });
  const run = row.result as ScenarioRun; // Put by a run of scenarios.
  return isLost(ctx, row, desk) ? { ...run, outcome: "failed", verdict: interrupted } : run;
}

async function reachRun(
  ctx: Context,
  which: WhichRun,
  { desk, kind }: { readonly desk: DryRunDesk; readonly kind: "dry" | "scr" },
): Promise<TrialRunRow> {
  requireScope(ctx, "services:read");
  if (!which.id.startsWith(`${kind}_`)) throw new Problem("not-found");
  // What a council tries out is not for those who try its sandbox.
  const sandbox = ctx.tenant.sandboxOf === undefined ? await desk.findSandbox(ctx) : undefined;
  const row = sandbox && (await findTrialRun(sandbox.db, which));
  if (!row || row.seenAt < ctx.now() - runsKeptMs) throw new Problem("not-found");
  return row;
}

/** Whoever held the tenant has ended, and what it had begun with it. */
function isLost(ctx: Context, { ended, seenAt }: TrialRunRow, { patienceMs }: DryRunDesk): boolean {
  return !ended && ctx.now() > seenAt + 2 * patienceMs + graceMs;
}
