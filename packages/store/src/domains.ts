import type { TenantDefinition } from "@guildhall/contract";
import { asc, eq } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { domains } from "./schema/directory.ts";

/** A host name and whose pages stand under it. */
export interface DomainEntry {
  readonly domain: string;
  readonly tenant: string;
}

/** All host names of tenants' own; a tenant's first comes before its others. */
export async function listDomains(directory: Db): Promise<DomainEntry[]> {
  const { domain, tenant, place } = domains;
  return directory.reads
    .select({ domain, tenant })
    .from(domains)
    .orderBy(asc(tenant), asc(place))
    .all();
}

/**
 * Make a tenant's host names those that its definition says.
 *
 * @throws Error of one sentence, where one of them is another tenant's
 */
export async function putDomains(
  tx: Tx,
  { id, domains: names = [] }: TenantDefinition,
): Promise<void> {
  await tx.writes.delete(domains).where(eq(domains.tenant, id)).run();
  for (const [place, domain] of names.entries()) {
    const owner = await tx.reads.select().from(domains).where(eq(domains.domain, domain)).get();
    if (owner) throw new Error(`${domain} is a domain of ${owner.tenant} already.`);
    await tx.writes.insert(domains).values({ domain, tenant: id, place }).run();
  }
}
