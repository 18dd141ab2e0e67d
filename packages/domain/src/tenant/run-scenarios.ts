import { Problem, type TenantReadiness } from "@guildhall/contract";
import { findServiceDraft, listServiceDrafts } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import type { DryRunDesk } from "../dry-run/desk.ts";
import { beginScenarioRun } from "../dry-run/run-scenarios.ts";
import type { OnboardingDesk } from "./onboarding-desk.ts";
import { getTenantReadiness, reachRun } from "./readiness.ts";

/** Where a tenant's scenarios are run. */
export interface TryingOut {
  readonly desk: Pick<OnboardingDesk, "groundFor" | "store">;
  readonly dryRuns: DryRunDesk;
}

/**
 * Run the scenarios of all that a tenant has in the making, one service after the other. What came of them is in its
 * readiness; a draft that cannot be run yet is passed over, since its readiness says why.
 *
 * @throws Problem `not-found`
 */
export async function beginTenantScenarios(
  ctx: Context,
  tenant: string,
  { desk, dryRuns }: TryingOut,
): Promise<{ readonly first: TenantReadiness; readonly done: Promise<void> }> {
  requireScope(ctx, "platform:write");
  const own = await reachRun(ctx, tenant, desk);
  const first = await getTenantReadiness(ctx, tenant, desk);
  return { first, done: runAll(own, dryRuns) };
}

async function runAll(own: Context, dryRuns: DryRunDesk): Promise<void> {
  for (const { service } of await listServiceDrafts(own.db)) {
    const draft = await findServiceDraft(own.db, service);
    if (!draft?.definition.scenarios?.length) continue;
    await runOne(own, service, dryRuns);
  }
}

async function runOne(own: Context, service: string, dryRuns: DryRunDesk): Promise<void> {
  try {
    await (await beginScenarioRun(own, service, { draft: true }, dryRuns)).done;
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "service-not-ready") throw error;
  }
}
