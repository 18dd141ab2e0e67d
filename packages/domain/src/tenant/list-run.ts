import type { TenantDefinition, TenantSummary } from "@guildhall/contract";
import { type Context, requireScope } from "../context.ts";
import type { OnboardingDesk } from "./onboarding-desk.ts";

/** List the tenants that the platform is run for by whoever asks, by id; no tenant's database is opened for it. */
export async function listRunTenants(
  ctx: Context,
  { store }: Pick<OnboardingDesk, "store">,
): Promise<{ data: TenantSummary[] }> {
  requireScope(ctx, "platform:read");
  const all = (await store.tenants()).map(({ definition }) => definition);
  const run = all.filter(({ runBy }) => runBy === ctx.tenant.id);
  return { data: run.filter(isOriginal).map(present) };
}

/** A sandbox is found through the tenant that it is a copy of. */
function isOriginal({ sandboxOf }: TenantDefinition): boolean {
  return sandboxOf === undefined;
}

/** A tenant as the directory shows it. */
function present({ id, kind, name, website }: TenantDefinition): TenantSummary {
  return { id, kind, name, ...(website === undefined ? {} : { website }) };
}
