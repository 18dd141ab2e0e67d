import { Problem, type TenantDefinition, type TenantHealth } from "@guildhall/contract";
import type { TenantHealthRow } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";

/**
 * Tell whoever runs the platform how it goes with each tenant that they run it for, and with themselves.
 *
 * It is read from what each tenant's holder noted in the directory: counts and states alone, and no tenant is opened.
 */
export async function listTenantHealth(ctx: Context): Promise<{ data: TenantHealth[] }> {
  requireScope(ctx, "platform:read");
  if (ctx.only) throw new Problem("scope-missing");
  const all = await ctx.health.list();
  const run = all.filter(({ definition: { id, runBy } }) => [id, runBy].includes(ctx.tenant.id));
  return { data: run.map(({ definition, row }) => present(definition, row)) };
}

function present(
  { id, name }: Pick<TenantDefinition, "id" | "name">,
  row: TenantHealthRow | undefined,
): TenantHealth {
  if (!row) return { tenant: id, name };
  const { seenAt, connectors, stopped, held, refused, dead, owed, oldestDueAt, alarms } = row;
  return {
    tenant: id,
    name,
    seen: {
      at: instant(seenAt),
      connectors,
      stopped,
      held,
      refused,
      dead,
      owed,
      ...(oldestDueAt === null ? {} : { oldestDueAt: instant(oldestDueAt) }),
      alarms,
    },
  };
}
