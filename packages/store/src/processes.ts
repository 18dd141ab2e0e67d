import type { Answers } from "@guildhall/contract";
import { and, desc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { hot } from "./hot.ts";
import { processes } from "./schema/processes.ts";

type Stored = typeof processes.$inferSelect;
/** A process as it lies in the database, without what is sealed. */
export type ProcessRow = Omit<Stored, "answers">;
export type ProcessStatus = Stored["status"];

/** What a process can be found by without being read. */
export interface Findable {
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly postcode?: string | undefined;
  readonly surname?: string | undefined;
}

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
}

const { answers: _sealed, ...openColumns } = getTableColumns(processes);
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
    ...row,
    answers: tx.vault.seal({ table: "processes", row: row.id }, answers),
    emailIndex: blind(tx, "email", findable.email),
    phoneIndex: blind(tx, "phone", findable.phone),
    postcodeIndex: blind(tx, "postcode", findable.postcode),
    surnameIndex: blind(tx, "surname", findable.surname),
  });
}

export async function findProcess(db: Db | Tx, id: string): Promise<ProcessRow | undefined> {
  return findQuery(db.reads).get({ id });
}

/** The process with its answers opened. */
export async function findProcessWithAnswers(
  db: Db | Tx,
  id: string,
): Promise<(ProcessRow & { answers: Answers }) | undefined> {
  const row = await findWholeQuery(db.reads).get({ id });
  return (
    row && {
      ...row,
      answers: db.vault.open({ table: "processes", row: id }, row.answers) as Answers,
    }
  );
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
    .where(eq(column, blind(db, kind, value) ?? -1))
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
  end: { status: Exclude<ProcessStatus, "open">; stage: string; endedAt: number },
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

function blind({ vault }: Db | Tx, kind: keyof Findable, value: string | undefined): number | null {
  if (value === undefined || value === "") return null;
  return vault.blind(kind, value.normalize("NFKC").toLowerCase().replace(/\s+/g, ""));
}
