import type { Actor, DraftDefinition } from "@guildhall/contract";
import { and, asc, eq, lte, min, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { serviceDrafts } from "./schema/service-drafts.ts";

type Stored = typeof serviceDrafts.$inferSelect;

/** What goes live by itself, and when. */
export interface ScheduledPublication {
  readonly at: number;
  readonly summary: string;
  readonly actor: Actor;
  readonly revision: number;
  /** What the draft was based on when the time was set. */
  readonly basedOn: number | null;
  /** The version that was live then: only in its place it goes live. Null where none was. */
  readonly replaces: number | null;
}

/** How the scenarios of a draft ended last. */
export interface TriedScenarios {
  /** The draft that was tried. */
  readonly revision: number;
  /** Whether each went as it has to, by its id. */
  readonly green: Readonly<Record<string, boolean>>;
}

/** A draft without its definition. */
export type ServiceDraftLine = Omit<
  Stored,
  | "definition"
  | "scheduledDefinition"
  | "scheduled"
  | "scheduledAt"
  | "tried"
  | "recipe"
  | "recipeVersion"
> & {
  readonly scheduled: ScheduledPublication | undefined;
  readonly tried: TriedScenarios | undefined;
};
export type ServiceDraftRow = ServiceDraftLine & { readonly definition: DraftDefinition };

/** All columns but the large ones. */
const line = {
  service: serviceDrafts.service,
  title: serviceDrafts.title,
  revision: serviceDrafts.revision,
  begun: serviceDrafts.begun,
  basedOn: serviceDrafts.basedOn,
  changedAt: serviceDrafts.changedAt,
  changedBy: serviceDrafts.changedBy,
  scheduledAt: serviceDrafts.scheduledAt,
  scheduled: serviceDrafts.scheduled,
  tried: serviceDrafts.tried,
};

/** The drafts of a tenant, by service; no definition is read. */
export async function listServiceDrafts(db: Db | Tx): Promise<ServiceDraftLine[]> {
  const rows = await db.reads
    .select(line)
    .from(serviceDrafts)
    .orderBy(asc(serviceDrafts.service))
    .all();
  return rows.map(openLine);
}

export async function findServiceDraft(
  db: Db | Tx,
  service: string,
): Promise<ServiceDraftRow | undefined> {
  const row = await db.reads
    .select({ ...line, definition: serviceDrafts.definition })
    .from(serviceDrafts)
    .where(eq(serviceDrafts.service, service))
    .get();
  return row && { ...openLine(row), definition: definitionIn(row.definition) };
}

/** The same without its definition. */
export async function findServiceDraftLine(
  db: Db | Tx,
  service: string,
): Promise<ServiceDraftLine | undefined> {
  const row = await db.reads
    .select(line)
    .from(serviceDrafts)
    .where(eq(serviceDrafts.service, service))
    .get();
  return row && openLine(row);
}

export async function insertServiceDraft(
  tx: Tx,
  { definition, scheduled: _none, tried: _untried, ...row }: ServiceDraftRow,
): Promise<void> {
  await tx.writes
    .insert(serviceDrafts)
    .values({ ...row, ...columnsOf(definition) })
    .run();
}

/** Keep what was done to a draft. */
export async function updateServiceDraft(
  tx: Tx,
  service: string,
  {
    definition,
    ...changed
  }: Partial<
    Pick<
      ServiceDraftRow,
      "basedOn" | "begun" | "changedAt" | "changedBy" | "definition" | "revision" | "title"
    >
  >,
): Promise<void> {
  await tx.writes
    .update(serviceDrafts)
    .set({ ...changed, ...(definition && columnsOf(definition)) })
    .where(eq(serviceDrafts.service, service))
    .run();
}

/** Have a definition go live at a time, in the place of what was to go live before; undefined has nothing go live. */
export async function scheduleServiceDraft(
  tx: Tx,
  service: string,
  publication: (ScheduledPublication & { readonly definition: DraftDefinition }) | undefined,
): Promise<void> {
  const { definition, at, ...said } = publication ?? {};
  await tx.writes
    .update(serviceDrafts)
    .set({
      scheduledAt: at ?? null,
      scheduled: publication ? JSON.stringify(said) : null,
      scheduledDefinition: definition ? JSON.stringify(definition) : null,
    })
    .where(eq(serviceDrafts.service, service))
    .run();
}

/** Keep how the scenarios of a draft ended. */
export async function putTried(tx: Tx, service: string, tried: TriedScenarios): Promise<void> {
  await tx.writes
    .update(serviceDrafts)
    .set({ tried: JSON.stringify(tried) })
    .where(eq(serviceDrafts.service, service))
    .run();
}

/** What is to go live of a draft. */
export async function findScheduled(
  db: Db | Tx,
  service: string,
): Promise<(ScheduledPublication & { readonly definition: DraftDefinition }) | undefined> {
  const { scheduledAt, scheduled, scheduledDefinition } = serviceDrafts;
  const row = await db.reads
    .select({ scheduledAt, scheduled, scheduledDefinition })
    .from(serviceDrafts)
    .where(eq(serviceDrafts.service, service))
    .get();
  const publication = row && publicationIn(row);
  if (!row?.scheduledDefinition || !publication) return undefined;
  return { ...publication, definition: definitionIn(row.scheduledDefinition) };
}

/** The services of which something has to go live by now, the earliest first. */
export async function listDuePublications(db: Db, now: number): Promise<string[]> {
  const { service, scheduledAt } = serviceDrafts;
  const rows = await db.reads
    .select({ service })
    .from(serviceDrafts)
    .where(and(sql`scheduled_at is not null`, lte(scheduledAt, now)))
    .orderBy(asc(scheduledAt))
    .all();
  return rows.map((row) => row.service);
}

/** When something goes live next. */
export async function nextPublication(db: Db): Promise<number | undefined> {
  const row = await db.reads
    .select({ at: min(serviceDrafts.scheduledAt) })
    .from(serviceDrafts)
    .where(sql`scheduled_at is not null`)
    .get();
  return row?.at ?? undefined;
}

export async function deleteServiceDraft(tx: Tx, service: string): Promise<void> {
  await tx.writes.delete(serviceDrafts).where(eq(serviceDrafts.service, service)).run();
}

type StoredLine = Omit<Stored, "definition" | "recipe" | "recipeVersion" | "scheduledDefinition">;

/** A definition as it is kept, with what lists ask of it beside it. */
function columnsOf(definition: DraftDefinition) {
  const { recipe = null, version: recipeVersion = null } = definition.adopted ?? {};
  return { definition: JSON.stringify(definition), recipe, recipeVersion };
}

function openLine({
  service,
  title,
  revision,
  begun,
  basedOn,
  changedAt,
  changedBy,
  tried: written,
  ...rest
}: StoredLine): ServiceDraftLine {
  // Written by `putTried`.
  const tried = written === null ? undefined : JSON.parse(written);
  const scheduled = publicationIn(rest);
  return { service, title, revision, begun, basedOn, changedAt, changedBy, scheduled, tried };
}

function publicationIn({
  scheduledAt: at,
  scheduled,
}: Pick<Stored, "scheduledAt" | "scheduled">): ScheduledPublication | undefined {
  // Written by `scheduleServiceDraft`.
  return at === null || scheduled === null ? undefined : { ...JSON.parse(scheduled), at };
}

/** What the builder made is not checked again: a draft has to open also where the rules have grown since. */
function definitionIn(text: string): DraftDefinition {
  return JSON.parse(text) as DraftDefinition;
}
