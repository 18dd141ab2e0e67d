import { createHash } from "node:crypto";
import type { TenantDefinition } from "@guildhall/contract";
import { findAppliedFolder, type OpenTenant } from "@guildhall/store";

/**
 * Tell whether a tenant is as a folder says, by a digest of the folder's files alone.
 *
 * It is when that folder was applied last and nothing of the tenant was changed by another way since, so that a
 * folder without changes need not be read. When in doubt it is not.
 */
export async function isAsApplied(
  tenant: OpenTenant | undefined,
  digest: string,
): Promise<boolean> {
  if (!tenant) return false;
  return (await findAppliedFolder(tenant.db)) === markOf(tenant.definition, digest);
}

/** What is remembered of a folder: what the directory says of the tenant belongs to it. */
export function markOf(definition: TenantDefinition, digest: string): string {
  return createHash("sha256")
    .update(JSON.stringify([definition, digest]))
    .digest("base64url");
}
