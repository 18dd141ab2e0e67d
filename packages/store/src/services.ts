import { ServiceDefinition } from "@guildhall/contract";
import { and, asc, eq, gt, max, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { serviceVersions } from "./schema/platform.ts";

export interface ServiceVersion {
  readonly service: string;
  readonly version: number;
  readonly definition: ServiceDefinition;
  readonly publishedAt: number;
  /** There where it was never published, and is tried out. */
  readonly isTrial?: true;
}

/** The live services after `after`, by id. */
export async function listLiveServices(
  db: Db | Tx,
  { after = "", limit }: { after?: string | undefined; limit: number },
): Promise<ServiceVersion[]> {
  const rows = await db.reads
    .select()
    .from(serviceVersions)
    .where(and(eq(serviceVersions.state, "live"), gt(serviceVersions.service, after)))
    .orderBy(asc(serviceVersions.service))
    .limit(limit)
    .all();
  return rows.map(open);
}

/** Which version of each service is live, after `after`, by id: definitions are large, and not read for it. */
export async function listLiveVersions(
  db: Db,
  { after = "", limit }: { after?: string | undefined; limit: number },
): Promise<Pick<ServiceVersion, "service" | "version">[]> {
  return db.reads
    .select({ service: serviceVersions.service, version: serviceVersions.version })
    .from(serviceVersions)
    .where(and(eq(serviceVersions.state, "live"), gt(serviceVersions.service, after)))
    .orderBy(asc(serviceVersions.service))
    .limit(limit)
    .all();
}

export async function findLiveService(
  db: Db | Tx,
  service: string,
): Promise<ServiceVersion | undefined> {
  const row = await db.reads
    .select()
    .from(serviceVersions)
    .where(and(eq(serviceVersions.service, service), eq(serviceVersions.state, "live")))
    .get();
  return row && open(row);
}

/** A version that was published once, whether it is live still or not. */
export async function findServiceVersion(
  db: Db | Tx,
  service: string,
  version: number,
): Promise<ServiceVersion | undefined> {
  const found = await findVersionToRun(db, service, version);
  return found?.isTrial ? undefined : found;
}

/** A version that was published once or is tried out: for what began with it, and for nobody to read. */
export async function findVersionToRun(
  db: Db | Tx,
  service: string,
  version: number,
): Promise<ServiceVersion | undefined> {
  const row = await db.reads
    .select()
    .from(serviceVersions)
    .where(and(eq(serviceVersions.service, service), eq(serviceVersions.version, version)))
    .get();
  return row && open(row);
}

/** What was said of a version when it was published, and by whom. */
export interface VersionWords {
  readonly summary: string;
  readonly by: string;
}

/** Put a definition in the place of the live one and return its version. */
export async function publishService(
  tx: Tx,
  definition: ServiceDefinition,
  publishedAt: number,
  said?: VersionWords,
): Promise<number> {
  const service = definition.id;
  const last = await tx.reads
    .select({ version: max(serviceVersions.version) })
    .from(serviceVersions)
    .where(eq(serviceVersions.service, service))
    .get();
  const version = (last?.version ?? 0) + 1;
  await withdrawService(tx, service, "replaced");
  await tx.writes
    .insert(serviceVersions)
    .values({
      service,
      version,
      state: "live",
      definition: JSON.stringify(definition),
      publishedAt,
      replacesDrafts: definition.replacesDrafts ?? false,
      title: definition.title,
      recipe: definition.adopted?.recipe ?? null,
      recipeVersion: definition.adopted?.version ?? null,
      ...(said ? { summary: said.summary, publishedBy: said.by } : {}),
    })
    .run();
  return version;
}

/** Take the live version off the list; what is in flight goes on with it. */
export async function withdrawService(
  tx: Tx,
  service: string,
  state: "replaced" | "withdrawn",
): Promise<void> {
  await tx.writes
    .update(serviceVersions)
    .set({ state })
    .where(and(eq(serviceVersions.service, service), eq(serviceVersions.state, "live")))
    .run();
}

/** A mark that is another whenever a service was published or withdrawn. */
export async function servicesChangedAt(db: Db): Promise<string> {
  const row = await db.reads
    .select({ mark: sql<string>`count(*) || '/' || total(state = 'live')` })
    .from(serviceVersions)
    // What was only tried is forgotten again, and a count that went down and up would be the same.
    .where(eq(serviceVersions.trial, false))
    .get();
  return row?.mark ?? "";
}

/** The latest version that drafts of earlier ones have to move on for; 0 where none ever was. */
export async function lastReplacing(db: Db | Tx, service: string): Promise<number> {
  const row = await db.reads
    .select({ version: max(serviceVersions.version) })
    .from(serviceVersions)
    .where(and(eq(serviceVersions.service, service), eq(serviceVersions.replacesDrafts, true)))
    .get();
  return row?.version ?? 0;
}

/** Whether a service was published once and is offered no more. */
export async function isWithdrawn(db: Db | Tx, service: string): Promise<boolean> {
  const { state } = serviceVersions;
  const row = await db.reads
    .select({
      live: sql<number>`max(${state} = 'live')`,
      ended: sql<number>`max(${state} = 'withdrawn')`,
    })
    .from(serviceVersions)
    .where(eq(serviceVersions.service, service))
    .get();
  return row?.ended === 1 && row.live !== 1;
}

/** When a version of any service was last published; 0 where none ever was. */
export async function lastPublishedAt(db: Db): Promise<number> {
  const row = await db.reads
    .select({ at: max(serviceVersions.publishedAt) })
    .from(serviceVersions)
    .where(eq(serviceVersions.trial, false))
    .get();
  return row?.at ?? 0;
}

function open(row: typeof serviceVersions.$inferSelect): ServiceVersion {
  return {
    service: row.service,
    version: row.version,
    definition: ServiceDefinition.parse(JSON.parse(row.definition)),
    publishedAt: row.publishedAt,
    ...(row.trial && { isTrial: true }),
  };
}
