import type { Answers } from "@guildhall/contract";
import { and, desc, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { type Findable, indexesFor, indexOf } from "./findable.ts";
import { hot } from "./hot.ts";
import { processes } from "./schema/processes.ts";

type Stored = typeof processes.$inferSelect;
/** A process as it lies in the database, without what is sealed. */
export type ProcessRow = Omit<Stored, "answers" | "corrected">;
export type ProcessStatus = Stored["status"];

export interface NewProcessRow
  extends Pick<
    Stored,
    "id" | "reference" | "service" | "version" | "stage" | "receivedAt" | "respondBy"
  > {
  readonly answers: Answers;
  readonly findable: Findable;
  readonly channel?: Stored["channel"];
  readonly language?: Stored["language"];
  readonly toldBy?: Stored["toldBy"];
  readonly ward?: Stored["ward"];
}

const { answers: _answers, corrected: _corrected, ...openColumns } = getTableColumns(processes);
const place = (row: string) => ({ table: "processes", row });
const correctedPlace = (row: string) => ({ table: "processes.corrected", row });
const values = Object.fromEntries(
  [
    "id",
    "reference",
    "service",
    "version",
    "stage",
    "answers",
    "emailIndex",
    "phoneIndex",
    "postcodeIndex",
    "surnameIndex",
    "receivedAt",
    "respondBy",
    "channel",
    "language",
    "toldBy",
    "ward",
  ].map((name) => [name, sql.placeholder(name)]),
);
const insertQuery = hot((query) =>
  query
    .insert(processes)
    .values({ ...values, status: "open", grantGeneration: 1 } as never)
    .prepare(),
);
const findQuery = hot((query) =>
  query
    .select(openColumns)
    .from(processes)
    .where(eq(processes.id, sql.placeholder("id")))
    .prepare(),
);
/** Everybody who follows a process asks it. */
const findByReferenceQuery = hot((query) =>
  query
    .select(openColumns)
    .from(processes)
    .where(eq(processes.reference, sql.placeholder("reference")))
    .prepare(),
);
const findWholeQuery = hot((query) =>
  query
    .select()
    .from(processes)
    .where(eq(processes.id, sql.placeholder("id")))
    .prepare(),
);

/** Seal the answers, index what a caller will be known by, and write the process down. */
export async function insertProcess(
  tx: Tx,
  { answers, findable, ...row }: NewProcessRow,
): Promise<void> {
  await insertQuery(tx.writes).run({
    channel: "online",
    language: "en",
    toldBy: null,
    ward: null,
    ...row,
    answers: tx.vault.seal(place(row.id), answers),
    ...indexesOf(tx, findable),
  });
}

export async function findProcess(db: Db | Tx, id: string): Promise<ProcessRow | undefined> {
  return findQuery(db.reads).get({ id });
}

/** A process with its answers: as they hold now, and as they were sent. */
export interface ProcessWithAnswers extends ProcessRow {
  readonly answers: Answers;
  readonly asSent: Answers;
}

/** The process with its answers opened. */
export async function findProcessWithAnswers(
  db: Db | Tx,
  id: string,
): Promise<ProcessWithAnswers | undefined> {
  const found = await findWholeQuery(db.reads).get({ id });
  if (!found) return undefined;
  const { answers, corrected, ...row } = found;
  const asSent = db.vault.open(place(id), answers) as Answers;
  const holds =
    corrected === null ? asSent : (db.vault.open(correctedPlace(id), corrected) as Answers);
  return { ...row, answers: holds, asSent };
}

/** @internal Let other answers hold from now on. What was sent stays as it was. */
export async function putCorrected(
  tx: Tx,
  id: string,
  { answers, findable, toldBy }: { answers: Answers; findable: Findable; toldBy: Stored["toldBy"] },
): Promise<void> {
  await tx.writes
    .update(processes)
    .set({
      corrected: tx.vault.seal(correctedPlace(id), answers),
      ...indexesOf(tx, findable),
      toldBy,
    })
    .where(eq(processes.id, id))
    .run();
}

/** Note of which process one was a duplicate. */
export async function setMergedInto(tx: Tx, id: string, mergedInto: string): Promise<void> {
  await tx.writes.update(processes).set({ mergedInto }).where(eq(processes.id, id)).run();
}

/** Those of these processes that there are. */
export async function findProcesses(db: Db | Tx, ids: readonly string[]): Promise<ProcessRow[]> {
  if (ids.length === 0) return [];
  return db.reads
    .select(openColumns)
    .from(processes)
    .where(inArray(processes.id, [...ids]))
    .all();
}

export async function findProcessByReference(
  db: Db,
  reference: string,
): Promise<ProcessRow | undefined> {
  return findByReferenceQuery(db.reads).get({ reference });
}

/** Processes whose blind index matches; two values may share an index, so whoever asks opens them and looks. */
export async function findProcessesBy(
  db: Db,
  kind: keyof Findable,
  value: string,
): Promise<ProcessRow[]> {
  const column = processes[`${kind}Index`];
  return db.reads
    .select(openColumns)
    .from(processes)
    .where(inArray(column, indexesFor(db, kind, value)))
    .orderBy(desc(processes.id))
    .limit(100)
    .all();
}

/** Move an open process to another stage; false when it has ended or stands there already. */
export async function moveStage(tx: Tx, id: string, stage: string): Promise<boolean> {
  const moved = await tx.writes
    .update(processes)
    .set({ stage })
    .where(
      and(eq(processes.id, id), eq(processes.status, "open"), sql`${processes.stage} <> ${stage}`),
    )
    .returning({ id: processes.id })
    .get();
  return moved !== undefined;
}

/** End an open process and the grants that were given for it; false when it had ended before. */
export async function endProcess(
  tx: Tx,
  id: string,
  end: {
    status: Exclude<ProcessStatus, "open">;
    stage: string;
    endedAt: number;
    workingDays?: number;
  },
): Promise<boolean> {
  const ended = await tx.writes
    .update(processes)
    .set(end)
    .where(and(eq(processes.id, id), eq(processes.status, "open")))
    .returning({ id: processes.id })
    .get();
  return ended !== undefined;
}

/** Say by when the council answers, once that is known; null while it waits for the citizen. */
export async function setRespondBy(tx: Tx, id: string, respondBy: number | null): Promise<void> {
  await tx.writes.update(processes).set({ respondBy }).where(eq(processes.id, id)).run();
}

/** Make every grant that was minted so far useless. */
export async function revokeGrants(tx: Tx, id: string): Promise<void> {
  await tx.writes
    .update(processes)
    .set({ grantGeneration: sql`${processes.grantGeneration} + 1` })
    .where(eq(processes.id, id))
    .run();
}

function indexesOf(tx: Tx, { email, phone, postcode, surname }: Findable) {
  return {
    emailIndex: indexOf(tx, "email", email),
    phoneIndex: indexOf(tx, "phone", phone),
    postcodeIndex: indexOf(tx, "postcode", postcode),
    surnameIndex: indexOf(tx, "surname", surname),
  };
}
