import type { ChainHead, Database, Db, OpenTransaction, Tx, Waiting, Writer } from "./db.ts";
import { StoreFault } from "./fault.ts";

const largestGroup = 64;
const longestGroupMs = 8;
const longestQueue = 4_096;

/**
 * Run `work` in a transaction that it shares with the works waiting beside it.
 *
 * SQLite has one writer and a commit costs a disk sync, so works that arrive together commit together, each in
 * a savepoint of its own: one that fails is undone alone. Nobody is told anything before the disk has it, so
 * whoever is refused can read what stood in the way. A work may await only its `tx`.
 *
 * @throws StoreFault `busy` when too many wait already or another process keeps the file locked, `not-owner` when the
 * database is another process's by now: then nothing of the whole group is stored
 */
export function transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { writer } = db;
  return new Promise<T>((resolve, reject) => {
    if (writer.waiting.length >= longestQueue) return reject(new StoreFault("busy"));
    writer.waiting.push({ work, db, resolve: resolve as (value: unknown) => void, reject });
    if (writer.flushing) return;
    writer.flushing = true;
    setImmediate(flush, writer);
  });
}

async function flush(writer: Writer): Promise<void> {
  const transaction = await begin(writer);
  if (transaction) await runGroup(writer, transaction);
  if (writer.waiting.length > 0) setImmediate(flush, writer);
  else writer.flushing = false;
}

/** Open a transaction; when there is none to be had, tell all who waited for it. */
async function begin(writer: Writer): Promise<OpenTransaction | undefined> {
  const asked = writer.waiting.length;
  try {
    return await writer.begin();
  } catch (error) {
    for (const { reject } of writer.waiting.splice(0, asked)) reject(error);
    return undefined;
  }
}

/** A work that has been taken into a group, and how it is told what came of it. */
interface Member {
  readonly waiting: Waiting;
  tell: () => void;
}

async function runGroup(writer: Writer, transaction: OpenTransaction): Promise<void> {
  const group: Member[] = [];
  try {
    await runWorks(writer, transaction, group);
    writer.check();
    await transaction.commit();
  } catch (error) {
    await transaction.rollback();
    for (const { waiting } of group) waiting.reject(error);
    return;
  }
  for (const { tell } of group) tell();
}

/** Run what waits until the group is full or has lasted long enough. */
async function runWorks(
  writer: Writer,
  transaction: OpenTransaction,
  group: Member[],
): Promise<void> {
  const endsAt = performance.now() + longestGroupMs;
  let head: ChainHead | undefined;
  do {
    const waiting = writer.waiting.shift();
    if (!waiting) return;
    const member = { waiting, tell: () => {} };
    group.push(member);
    head = await runOne(writer, transaction, { member, head });
  } while (group.length < largestGroup && performance.now() < endsAt);
}

/** Run one work in its savepoint; return where the event chain then ends. */
async function runOne(
  writer: Writer,
  transaction: OpenTransaction,
  { member, head }: { member: Member; head: ChainHead | undefined },
): Promise<ChainHead | undefined> {
  const { work, db, resolve, reject } = member.waiting;
  const grant = new Grant(db, transaction.database, head);
  // The brand exists for the compiler alone: only here is the right to write given.
  const tx = grant as unknown as Tx;
  await transaction.exec("SAVEPOINT work");
  try {
    const value = await unlessStrayed(writer, work(tx));
    await transaction.exec("RELEASE work");
    member.tell = () => resolve(value);
    return tx.head;
  } catch (error) {
    if (!transaction.isOpen) throw lossBy(error);
    await transaction.exec("ROLLBACK TO work; RELEASE work");
    member.tell = () => reject(error);
    return head;
  } finally {
    grant.end();
  }
}

/** What a whole group is told when an error has ended its transaction: the error, where it is nobody's fault. */
function lossBy(error: unknown): StoreFault {
  if (!(error instanceof StoreFault)) return new StoreFault("transaction-lost");
  const isOfAll = error.code === "busy" || error.code === "full" || error.code === "unreadable";
  return isOfAll ? error : new StoreFault("transaction-lost", error.sqlite);
}

/** Reject a work that waits for anything but its transaction: others would wait with it. */
function unlessStrayed<T>(writer: Writer, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const callOff = writer.whenStrayed(() => reject(new StoreFault("work-strayed")));
    work.then(resolve, reject).finally(callOff);
  });
}

/** The `Tx` of one work; of no use once the work has ended. */
class Grant {
  readonly tenant: string;
  readonly vault: Db["vault"];
  head: ChainHead | undefined;
  #database: Database | undefined;

  constructor(db: Db, database: Database, head: ChainHead | undefined) {
    this.tenant = db.tenant;
    this.vault = db.vault;
    this.head = head;
    this.#database = database;
  }
  get reads(): Database {
    return this.writes;
  }
  get writes(): Database {
    if (!this.#database) throw new StoreFault("work-strayed");
    return this.#database;
  }
  end(): void {
    this.#database = undefined;
  }
}
