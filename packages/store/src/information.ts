import type { Answers } from "@guildhall/contract";
import { and, asc, eq, lte, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { hot } from "./hot.ts";
import { informationRequests } from "./schema/information.ts";

type Stored = typeof informationRequests.$inferSelect;

/** What is asked, and why. */
export interface InformationDetails {
  readonly questions: readonly string[];
  readonly ownQuestion?: string | undefined;
  readonly files: boolean;
  readonly reason: string;
}

/** What was answered: all answers as they were checked, and the note and files that came of them. */
export interface InformationReplyDetails {
  readonly answers: Answers;
  readonly note: string;
  readonly documents: readonly string[];
}

export type InformationRow = Omit<Stored, "details" | "reply"> & {
  readonly details: InformationDetails;
  readonly reply: InformationReplyDetails | undefined;
};
export type NewInformationRow = Omit<InformationRow, "state" | "reply" | "remindedAt" | "endedAt">;

const place = (row: string) => ({ table: "information_requests", row });
const replyPlace = (row: string) => ({ table: "information_requests.reply", row });
const { process, state, id, nextAt } = informationRequests;

/** Write down what is asked of a process; a second at a time is refused by the database. */
export async function insertInformation(
  tx: Tx,
  { details, ...row }: NewInformationRow,
): Promise<void> {
  const sealed = tx.vault.seal(place(row.id), details);
  await tx.writes
    .insert(informationRequests)
    .values({ ...row, state: "open", details: sealed })
    .run();
}

export async function findInformation(
  db: Db | Tx,
  wanted: string,
): Promise<InformationRow | undefined> {
  const row = await db.reads.select().from(informationRequests).where(eq(id, wanted)).get();
  return row && open(db, row);
}

/** Everybody who follows a process of their own asks it. */
const openQuery = hot((query) =>
  query
    .select()
    .from(informationRequests)
    .where(and(eq(process, sql.placeholder("process")), eq(state, "open")))
    .prepare(),
);

/** What is asked of a process now, if anything is. */
export async function findOpenInformation(
  db: Db | Tx,
  of: string,
): Promise<InformationRow | undefined> {
  const row = await openQuery(db.reads).get({ process: of });
  return row && open(db, row);
}

/** All that was asked of a process, the first first. */
export async function listInformation(db: Db | Tx, of: string): Promise<InformationRow[]> {
  const rows = await db.reads
    .select()
    .from(informationRequests)
    .where(eq(process, of))
    .orderBy(asc(id))
    .all();
  return rows.map((row) => open(db, row));
}

/** End what is asked, and keep what was answered; false when it had ended before. */
export async function endInformation(
  tx: Tx,
  ended: string,
  to: { state: Exclude<Stored["state"], "open">; at: number; reply?: InformationReplyDetails },
): Promise<boolean> {
  const reply = to.reply && tx.vault.seal(replyPlace(ended), to.reply);
  const row = await tx.writes
    .update(informationRequests)
    .set({ state: to.state, endedAt: to.at, ...(reply && { reply }) })
    .where(and(eq(id, ended), eq(state, "open")))
    .returning({ id })
    .get();
  return row !== undefined;
}

/** See to one at another time, and remember when the citizen was reminded; false where it is not open any more. */
export async function moveInformation(
  tx: Tx,
  moved: string,
  to: { nextAt: number; remindedAt?: number },
): Promise<boolean> {
  const row = await tx.writes
    .update(informationRequests)
    .set(to)
    .where(and(eq(id, moved), eq(state, "open")))
    .returning({ id })
    .get();
  return row !== undefined;
}

/** Whether a draft is the form of something that was asked, and so begins nothing. */
export async function isDraftOfInformation(db: Db | Tx, draft: string): Promise<boolean> {
  const row = await db.reads
    .select({ id })
    .from(informationRequests)
    .where(eq(informationRequests.draft, draft))
    .get();
  return row !== undefined;
}

/** Those whose citizens are to be reminded, or whose time is over, the longest due first. */
export async function listDueInformation(
  db: Db,
  now: number,
  limit: number,
): Promise<InformationRow[]> {
  const rows = await db.reads
    .select()
    .from(informationRequests)
    .where(and(eq(state, "open"), lte(nextAt, now)))
    .orderBy(asc(nextAt))
    .limit(limit)
    .all();
  return rows.map((row) => open(db, row));
}

/** When one has to be seen to next, if any is open. */
export async function nextDueInformation(db: Db): Promise<number | undefined> {
  const row = await db.reads
    .select({ at: sql<number | null>`min(next_at)` })
    .from(informationRequests)
    .where(eq(state, "open"))
    .get();
  return row?.at ?? undefined;
}

function open({ vault }: Db | Tx, { details, reply, ...row }: Stored): InformationRow {
  // Written by `insertInformation` and `endInformation` above.
  return {
    ...row,
    details: vault.open(place(row.id), details) as InformationDetails,
    reply:
      reply === null
        ? undefined
        : (vault.open(replyPlace(row.id), reply) as InformationReplyDetails),
  };
}
