import type { NewWithdrawal } from "@guildhall/contract";
import { and, asc, desc, eq, inArray, lt } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { serviceVersions } from "./schema/platform.ts";

const listed = {
  service: serviceVersions.service,
  version: serviceVersions.version,
  state: serviceVersions.state,
  publishedAt: serviceVersions.publishedAt,
  title: serviceVersions.title,
  summary: serviceVersions.summary,
  publishedBy: serviceVersions.publishedBy,
};

/** A version without its definition; one from before titles were listed has none. */
export type VersionLine = Pick<typeof serviceVersions.$inferSelect, keyof typeof listed>;

/** The published versions of a service, the latest first: definitions are large, and not read for it. */
export async function listVersions(
  db: Db | Tx,
  {
    service,
    before,
    limit,
  }: { readonly service: string; readonly before?: number | undefined; readonly limit: number },
): Promise<VersionLine[]> {
  return db.reads
    .select(listed)
    .from(serviceVersions)
    .where(
      and(
        eq(serviceVersions.service, service),
        eq(serviceVersions.trial, false),
        before === undefined ? undefined : lt(serviceVersions.version, before),
      ),
    )
    .orderBy(desc(serviceVersions.version))
    .limit(limit)
    .all();
}

/** Of each service the version that is live, or was last when it was withdrawn, by service; no definition is read. */
export async function listLastVersions(db: Db | Tx): Promise<VersionLine[]> {
  const { service, version, state } = serviceVersions;
  const rows = await db.reads
    .select(listed)
    .from(serviceVersions)
    .where(inArray(state, ["live", "withdrawn"]))
    .orderBy(asc(service), asc(version))
    .all();
  const last = new Map<string, VersionLine>();
  for (const row of rows) {
    if (last.get(row.service)?.state !== "live") last.set(row.service, row);
  }
  return [...last.values()];
}

/** Say what stands on the page of a service that is being withdrawn. */
export async function putExitWords(
  tx: Tx,
  { service, version }: { readonly service: string; readonly version: number },
  words: NewWithdrawal,
): Promise<void> {
  await tx.writes
    .update(serviceVersions)
    .set({ exitWords: JSON.stringify(words) })
    .where(and(eq(serviceVersions.service, service), eq(serviceVersions.version, version)))
    .run();
}

/** What stands on the page of a service that is offered no more; undefined where it is, or nothing was said. */
export async function findExitWords(
  db: Db | Tx,
  service: string,
): Promise<{ readonly version: number; readonly words: NewWithdrawal } | undefined> {
  const { version, state, exitWords } = serviceVersions;
  const row = await db.reads
    .select({ version, state, exitWords })
    .from(serviceVersions)
    .where(and(eq(serviceVersions.service, service), inArray(state, ["live", "withdrawn"])))
    .orderBy(asc(state), desc(version))
    .limit(1)
    .get();
  if (row?.state !== "withdrawn" || row.exitWords === null) return undefined;
  // Written by `putExitWords`.
  return { version: row.version, words: JSON.parse(row.exitWords) };
}
