import { asc, eq } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { tenantHealth } from "./schema/tenant-health.ts";

export type TenantHealthRow = typeof tenantHealth.$inferSelect;

/** How it went with a tenant when its holder last looked; undefined where nobody has. */
export async function findTenantHealth(
  directory: Db,
  tenant: string,
): Promise<TenantHealthRow | undefined> {
  return directory.reads.select().from(tenantHealth).where(eq(tenantHealth.tenant, tenant)).get();
}

/** How it went with each tenant that anybody has looked at. */
export async function listTenantHealth(directory: Db): Promise<TenantHealthRow[]> {
  return directory.reads.select().from(tenantHealth).orderBy(asc(tenantHealth.tenant)).all();
}

/** Put a look in the place of the one before. */
export async function putTenantHealth(tx: Tx, row: TenantHealthRow): Promise<void> {
  await tx.writes
    .insert(tenantHealth)
    .values(row)
    .onConflictDoUpdate({ target: tenantHealth.tenant, set: row })
    .run();
}
