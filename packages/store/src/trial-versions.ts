import type { ServiceDefinition } from "@guildhall/contract";
import { and, asc, eq, lt, max, not, notExists, sql } from "drizzle-orm";
import type { Tx } from "./db.ts";
import { serviceVersions } from "./schema/platform.ts";
import { drafts, processes } from "./schema/processes.ts";
import type { ServiceVersion } from "./services.ts";

/**
 * Keep a definition that was never live, to try it out, and return its version; the same definition is kept once.
 *
 * Only `findVersionToRun` finds it.
 */
export async function keepTrialVersion(
  tx: Tx,
  definition: ServiceDefinition,
  at: number,
): Promise<number> {
  const written = JSON.stringify(definition);
  const { service, version, trial } = serviceVersions;
  const known = await tx.reads
    .select({ version, trial })
    .from(serviceVersions)
    .where(and(eq(service, definition.id), eq(serviceVersions.definition, written)))
    .orderBy(asc(trial))
    .get();
  if (known?.trial) await keepLonger(tx, { service: definition.id, version: known.version }, at);
  if (known) return known.version;
  const last = await tx.reads
    .select({ version: max(version) })
    .from(serviceVersions)
    .where(eq(service, definition.id))
    .get();
  const row = { service: definition.id, version: (last?.version ?? 0) + 1, publishedAt: at };
  const { title } = definition;
  await tx.writes
    .insert(serviceVersions)
    .values({ ...row, title, state: "replaced", trial: true, definition: written })
    .run();
  return row.version;
}

/** It is tried again, and not to be forgotten before that has begun. */
async function keepLonger(
  tx: Tx,
  { service, version }: Pick<ServiceVersion, "service" | "version">,
  at: number,
): Promise<void> {
  await tx.writes
    .update(serviceVersions)
    .set({ publishedAt: at })
    .where(and(eq(serviceVersions.service, service), eq(serviceVersions.version, version)))
    .run();
}

/**
 * Forget what was tried out before a moment, but for what a process or a citizen's draft stands on.
 *
 * A service's last version stays, so that no other ever has its number.
 */
export async function forgetTrialVersions(tx: Tx, before: number): Promise<void> {
  const { service, version, trial, publishedAt } = serviceVersions;
  const isLast = sql`${version} = (SELECT max(v.version) FROM service_versions v WHERE v.service = ${service})`;
  const standsOn = (table: typeof processes | typeof drafts) =>
    tx.reads
      .select({ version: table.version })
      .from(table)
      .where(and(eq(table.service, service), eq(table.version, version)));
  const old = await tx.reads
    .select({ service, version })
    .from(serviceVersions)
    .where(
      and(
        eq(trial, true),
        lt(publishedAt, before),
        not(isLast),
        notExists(standsOn(processes)),
        notExists(standsOn(drafts)),
      ),
    )
    .all();
  for (const one of old)
    await tx.writes
      .delete(serviceVersions)
      .where(and(eq(service, one.service), eq(version, one.version), eq(trial, true)))
      .run();
}
