import { deflateSync, inflateSync } from "node:zlib";
import type { Actor, Difference, DraftDefinition, PartPath } from "@guildhall/contract";
import { and, desc, eq, gt, gte, inArray, isNotNull, lt, lte, max } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { serviceDraftRevisions } from "./schema/service-drafts.ts";

type Stored = typeof serviceDraftRevisions.$inferSelect;

/** That something was done to a draft at once, by whom, and to which parts. */
export type RevisionLine = Pick<
  Stored,
  "service" | "revision" | "kind" | "at" | "undoes" | "basedOn"
> & {
  readonly actor: Actor;
  readonly touched: readonly PartPath[];
};
/** The same with what it came to, in words. */
export type RevisionRow = RevisionLine & {
  readonly differences: readonly Difference[];
  /** How many more there are than were kept. */
  readonly more: number;
};

/** So many of the last revisions of a draft can be taken back. */
const undoable = 20;
/** More words than these of one revision are nobody's reading. */
const mostDifferences = 200;
/** A value longer than this as JSON is told by its sentence alone. */
const longestValue = 4096;

/** Which revisions of a service are wanted. */
interface Asked {
  readonly service: string;
  readonly after: number;
  readonly before?: number | undefined;
  readonly limit?: number | undefined;
}

/** Write down what was done, with the definition before it for as long as it can be taken back. */
export async function insertRevision(
  tx: Tx,
  { actor, touched, differences, ...row }: Omit<RevisionRow, "more">,
  before?: DraftDefinition,
): Promise<void> {
  await tx.writes
    .insert(serviceDraftRevisions)
    .values({
      ...row,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      touched: JSON.stringify(touched),
      differences: JSON.stringify(differences.slice(0, mostDifferences).map(shortened)),
      more: Math.max(0, differences.length - mostDifferences),
      before: before ? deflateSync(JSON.stringify(before)) : null,
    })
    .run();
  await tx.writes
    .update(serviceDraftRevisions)
    .set({ before: null })
    .where(
      and(
        eq(serviceDraftRevisions.service, row.service),
        lte(serviceDraftRevisions.revision, row.revision - undoable),
        isNotNull(serviceDraftRevisions.before),
      ),
    )
    .run();
}

function shortened({ before, after, ...said }: Difference): Difference {
  return {
    ...said,
    ...(isShort(before) ? { before } : {}),
    ...(isShort(after) ? { after } : {}),
  };
}

function isShort<T>(value: T | undefined): value is T {
  return value !== undefined && Buffer.byteLength(JSON.stringify(value)) <= longestValue;
}

/** The last number that a revision of a service had; 0 where it never had one. */
export async function lastRevision(db: Db | Tx, service: string): Promise<number> {
  const row = await db.reads
    .select({ last: max(serviceDraftRevisions.revision) })
    .from(serviceDraftRevisions)
    .where(eq(serviceDraftRevisions.service, service))
    .get();
  return row?.last ?? 0;
}

/** What was done to a service's drafts after a revision, the latest first. */
export async function listRevisions(db: Db | Tx, asked: Asked): Promise<RevisionRow[]> {
  const { differences, more } = serviceDraftRevisions;
  const rows = await db.reads
    .select({ ...line, differences, more })
    .from(serviceDraftRevisions)
    .where(wanted(asked))
    .orderBy(desc(serviceDraftRevisions.revision))
    .limit(asked.limit ?? mostRevisions)
    .all();
  return rows.map(({ differences: written, more: left, ...row }) => ({
    ...openLine(row),
    // Written by `insertRevision`.
    differences: JSON.parse(written),
    more: left,
  }));
}

/** The same without what it came to, which may be long. */
export async function listRevisionLines(db: Db | Tx, asked: Asked): Promise<RevisionLine[]> {
  const rows = await db.reads
    .select(line)
    .from(serviceDraftRevisions)
    .where(wanted(asked))
    .orderBy(desc(serviceDraftRevisions.revision))
    .limit(asked.limit ?? mostRevisions)
    .all();
  return rows.map(openLine);
}

function wanted({ service, after, before }: Asked) {
  const { revision } = serviceDraftRevisions;
  return and(
    eq(serviceDraftRevisions.service, service),
    gt(revision, after),
    before === undefined ? undefined : lt(revision, before),
  );
}

/** What some revisions of a service came to, the latest first. */
export async function findDifferences(
  db: Db | Tx,
  service: string,
  revisions: readonly number[],
): Promise<Difference[]> {
  const { differences, revision } = serviceDraftRevisions;
  const rows = await db.reads
    .select({ differences })
    .from(serviceDraftRevisions)
    .where(and(eq(serviceDraftRevisions.service, service), inArray(revision, [...revisions])))
    .orderBy(desc(revision))
    .all();
  // Written by `insertRevision`.
  return rows.flatMap((row): Difference[] => JSON.parse(row.differences));
}

/** More than anybody makes of one draft. */
const mostRevisions = 20_000;

/** The definition as it was before a revision; undefined where it is kept no more. */
export async function findBefore(
  db: Db | Tx,
  service: string,
  revision: number,
): Promise<DraftDefinition | undefined> {
  const row = await db.reads
    .select({ before: serviceDraftRevisions.before })
    .from(serviceDraftRevisions)
    .where(
      and(eq(serviceDraftRevisions.service, service), eq(serviceDraftRevisions.revision, revision)),
    )
    .get();
  // Written by `insertRevision`.
  return row?.before ? JSON.parse(inflateSync(row.before).toString()) : undefined;
}

/** Forget what was done to a draft that is no more. */
export async function forgetRevisions(tx: Tx, service: string, from: number): Promise<void> {
  await tx.writes
    .delete(serviceDraftRevisions)
    .where(
      and(eq(serviceDraftRevisions.service, service), gte(serviceDraftRevisions.revision, from)),
    )
    .run();
}

const line = {
  service: serviceDraftRevisions.service,
  revision: serviceDraftRevisions.revision,
  kind: serviceDraftRevisions.kind,
  at: serviceDraftRevisions.at,
  actorKind: serviceDraftRevisions.actorKind,
  actorId: serviceDraftRevisions.actorId,
  actorName: serviceDraftRevisions.actorName,
  undoes: serviceDraftRevisions.undoes,
  basedOn: serviceDraftRevisions.basedOn,
  touched: serviceDraftRevisions.touched,
};

function openLine({
  actorKind,
  actorId,
  actorName,
  touched,
  ...row
}: Pick<Stored, keyof typeof line>): RevisionLine {
  return {
    ...row,
    // Both were written by `insertRevision`, from an actor and from JSON.
    actor: { kind: actorKind as Actor["kind"], id: actorId, name: actorName },
    touched: JSON.parse(touched),
  };
}
