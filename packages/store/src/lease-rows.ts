import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { hot } from "./hot.ts";
import { tenants } from "./schema/directory.ts";
import { leases, nodes } from "./schema/nodes.ts";

/** Who holds a tenant, and when it has to be seen to. */
export interface LeaseEntry {
  readonly tenant: string;
  /** Whether it lives on a server, where every node may write. */
  readonly isShared: boolean;
  /** Undefined where nobody has held it yet, or it was given back. */
  readonly node: string | undefined;
  readonly term: number;
  readonly until: number;
  /** Null when nothing is due, 0 when it has to be looked at. */
  readonly nextDue: number | null;
}

/** Where a tenant is served. */
export interface Owner {
  readonly node: string;
  readonly address: string;
  readonly until: number;
}

export interface Taking {
  readonly tenant: string;
  readonly node: string;
  readonly now: number;
  readonly until: number;
  /** The term that the node itself knows to be its own, which goes on. */
  readonly known: number | undefined;
  /** A term that was met in the tenant's file: the new one is above it. */
  readonly floor: number;
}

/** Take a lease that is free, run out or one's own; undefined when it is another's. */
export async function takeLease(
  tx: Tx,
  { tenant, node, now, until, known, floor }: Taking,
): Promise<{ term: number; nextDue: number | null } | undefined> {
  const goesOn = sql`${leases.node} is ${node} and ${leases.term} = ${known ?? -1}`;
  return tx.writes
    .insert(leases)
    .values({ tenant, node, term: floor + 1, until, nextDue: 0 })
    .onConflictDoUpdate({
      target: leases.tenant,
      set: {
        node,
        until,
        term: sql`case when ${goesOn} then ${leases.term} else max(${leases.term}, ${floor}) + 1 end`,
      },
      setWhere: sql`${leases.node} is null or ${leases.node} = ${node} or ${leases.until} <= ${now}`,
    })
    .returning({ term: leases.term, nextDue: leases.nextDue })
    .get();
}

/** Prolong all that a node holds, and tell what that is. */
export async function renewLeases(
  tx: Tx,
  node: string,
  until: number,
): Promise<{ tenant: string; term: number }[]> {
  return tx.writes
    .update(leases)
    .set({ until })
    .where(eq(leases.node, node))
    .returning({ tenant: leases.tenant, term: leases.term })
    .all();
}

/** Give back what a node holds: these tenants, or all. Their rows stay, so that terms go on growing. */
export async function endLeases(tx: Tx, node: string, tenants?: readonly string[]): Promise<void> {
  const which = tenants && inArray(leases.tenant, [...tenants]);
  await tx.writes
    .update(leases)
    .set({ node: null, until: 0 })
    .where(and(eq(leases.node, node), which))
    .run();
}

/** Write down when a tenant has to be seen to. */
export async function setNextDue(tx: Tx, tenant: string, nextDue: number | null): Promise<void> {
  const differs = sql`${leases.nextDue} is not ${nextDue}`;
  await tx.writes
    .update(leases)
    .set({ nextDue })
    .where(and(eq(leases.tenant, tenant), differs))
    .run();
}

const leasesQuery = hot((query) =>
  query
    .select({
      tenant: tenants.id,
      url: tenants.url,
      node: leases.node,
      term: leases.term,
      until: leases.until,
      nextDue: leases.nextDue,
    })
    .from(tenants)
    .leftJoin(leases, eq(leases.tenant, tenants.id))
    .orderBy(tenants.id)
    .prepare(),
);

/** Every tenant of the installation with its lease, in one statement. */
export async function listLeases(directory: Db): Promise<LeaseEntry[]> {
  const rows = await leasesQuery(directory.reads).all();
  return rows.map(({ url, node, term, until, nextDue, tenant }) => ({
    tenant,
    isShared: !url.startsWith("file:"),
    node: node ?? undefined,
    term: term ?? 0,
    until: until ?? 0,
    // Of one that nobody has held yet, nobody knows.
    nextDue: term === null ? 0 : nextDue,
  }));
}

/** Who holds a tenant and where that node is, as long as its lease lasts. */
export async function findOwner(
  directory: Db,
  tenant: string,
  now: number,
): Promise<Owner | undefined> {
  return directory.reads
    .select({ node: nodes.id, address: nodes.address, until: leases.until })
    .from(leases)
    .innerJoin(nodes, eq(nodes.id, leases.node))
    .where(and(eq(leases.tenant, tenant), sql`${leases.until} > ${now}`))
    .get();
}
