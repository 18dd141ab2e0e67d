import { and, count, desc, eq, gt, lt, max, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { type Part, partOf } from "./part.ts";
import { feedback } from "./schema/feedback.ts";

type Stored = typeof feedback.$inferSelect;
export type FeedbackPlace = Pick<Stored, "service" | "page" | "question">;
/** What was said, opened. */
export type FeedbackRow = Omit<Stored, "details" | "note"> & {
  readonly text: string;
  readonly email: string | undefined;
  readonly note: string | undefined;
};
export type NewFeedbackRow = FeedbackPlace &
  Pick<FeedbackRow, "id" | "version" | "text" | "email" | "at">;

export async function insertFeedback(
  tx: Tx,
  { text, email, ...row }: NewFeedbackRow,
): Promise<void> {
  const details = tx.vault.seal(detailsOf(row.id), { text, email });
  await tx.writes
    .insert(feedback)
    .values({ ...row, details, state: "new" })
    .run();
}

export async function findFeedback(db: Db | Tx, id: string): Promise<FeedbackRow | undefined> {
  const row = await db.reads.select().from(feedback).where(eq(feedback.id, id)).get();
  return row && open(db, row);
}

/** What was said, newest first. */
export async function listFeedback(
  db: Db,
  {
    limit,
    before,
    ...asked
  }: {
    readonly limit: number;
    readonly before?: string | undefined;
    readonly service?: string | undefined;
    readonly page?: string | undefined;
    readonly state?: Stored["state"] | undefined;
  },
): Promise<Part<FeedbackRow>> {
  const { service, page, state } = asked;
  const rows = await db.reads
    .select()
    .from(feedback)
    .where(
      and(
        before === undefined ? undefined : lt(feedback.id, before),
        service === undefined ? undefined : eq(feedback.service, service),
        page === undefined ? undefined : eq(feedback.page, page),
        state === undefined ? undefined : eq(feedback.state, state),
      ),
    )
    .orderBy(desc(feedback.id))
    .limit(limit + 1)
    .all();
  return partOf(
    rows.map((row) => open(db, row)),
    limit,
  );
}

/** How much was said of each question and page, the latest first. */
export async function countFeedback(
  db: Db | Tx,
): Promise<(FeedbackPlace & { readonly waiting: number; readonly dealtWith: number })[]> {
  return db.reads
    .select({
      service: feedback.service,
      page: feedback.page,
      question: feedback.question,
      waiting: sql<number>`sum(state = 'new')`,
      dealtWith: sql<number>`sum(state <> 'new')`,
    })
    .from(feedback)
    .groupBy(feedback.service, feedback.page, feedback.question)
    .orderBy(desc(max(feedback.id)))
    .all();
}

/** The services of which something was said that nobody has dealt with. */
export async function listServicesWaiting(db: Db | Tx): Promise<string[]> {
  const rows = await db.reads
    .selectDistinct({ service: feedback.service })
    .from(feedback)
    .where(sql`state = 'new'`)
    .all();
  return rows.map(({ service }) => service);
}

/** How much was said after `at`. */
export async function countFeedbackSince(db: Db | Tx, at: number): Promise<number> {
  const row = await db.reads.select({ n: count() }).from(feedback).where(gt(feedback.at, at)).get();
  return row?.n ?? 0;
}

/** Write down who has dealt with what was said, once; undefined where somebody has before. */
export async function dealWithFeedback(
  tx: Tx,
  id: string,
  { at, by, note }: { at: number; by: string; note: string | undefined },
): Promise<FeedbackRow | undefined> {
  const row = await tx.writes
    .update(feedback)
    .set({
      state: "dealt-with",
      dealtWithAt: at,
      dealtWithBy: by,
      note: note === undefined ? null : tx.vault.seal(noteOf(id), note),
    })
    .where(and(eq(feedback.id, id), eq(feedback.state, "new")))
    .returning()
    .get();
  return row && open(tx, row);
}

/** Forget what was said before `at`, dealt with or not. */
export async function forgetFeedback(tx: Tx, at: number): Promise<void> {
  await tx.writes.delete(feedback).where(lt(feedback.at, at)).run();
}

/** Under these places nothing else is sealed. */
function open({ vault }: Db | Tx, { details, note, ...row }: Stored): FeedbackRow {
  const said = vault.open(detailsOf(row.id), details) as { text: string; email?: string };
  return {
    ...row,
    text: said.text,
    email: said.email,
    note: note === null ? undefined : (vault.open(noteOf(row.id), note) as string),
  };
}

function detailsOf(row: string) {
  return { table: "feedback", row };
}

function noteOf(row: string) {
  return { table: "feedback.note", row };
}
