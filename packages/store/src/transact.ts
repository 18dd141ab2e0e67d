import type { ChainHead, Database, Db, OpenTransaction, Tx, Waiting, Writer } from "./db.ts";
import { StoreFault, toStoreFault } from "./fault.ts";

const largestGroup = 64;
const longestGroupMs = 8;

/**
 * Run `work` in a transaction that it shares with the works waiting beside it.
 *
 * SQLite has one writer and a commit costs a disk sync, so works that arrive together commit
 * together, each in a savepoint of its own: one that fails is undone alone, and nobody is told
 * "stored" before the disk has it. A work may await only its `tx`.
 */
export function transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { writer } = db;
  return new Promise<T>((resolve, reject) => {
    writer.waiting.push({ work, db, resolve: resolve as (value: unknown) => void, reject });
    if (writer.flushing) return;
    writer.flushing = true;
    setImmediate(flush, writer);
  });
}

async function flush(writer: Writer): Promise<void> {
  await runGroup(writer);
  if (writer.waiting.length > 0) setImmediate(flush, writer);
  else writer.flushing = false;
}

/** A work that has run and waits only for the commit. */
interface Done {
  readonly waiting: Waiting;
  readonly value: unknown;
}

/** Works that share a transaction: those that have run, and the one that runs. */
interface Group {
  readonly done: Done[];
  taken: Waiting | undefined;
}

async function runGroup(writer: Writer): Promise<void> {
  const group: Group = { done: [], taken: undefined };
  try {
    const transaction = await writer.begin();
    await runWorks(writer, transaction, group);
  } catch (error) {
    const fault = toStoreFault(error);
    const struck = group.taken ?? (group.done.length === 0 ? writer.waiting.shift() : undefined);
    struck?.reject(fault);
    for (const { waiting } of group.done) waiting.reject(fault);
    return;
  }
  for (const { waiting, value } of group.done) waiting.resolve(value);
}

/** Run what waits until the group is full or has lasted long enough, then commit it. */
async function runWorks(writer: Writer, transaction: OpenTransaction, group: Group): Promise<void> {
  const endsAt = performance.now() + longestGroupMs;
  let head: ChainHead | undefined;
  try {
    while (group.done.length < largestGroup && performance.now() < endsAt) {
      group.taken = writer.waiting.shift();
      if (!group.taken) break;
      head = await runOne(writer, transaction, { taken: group.taken, head, done: group.done });
      group.taken = undefined;
    }
    await transaction.commit();
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

/** Run one work in its savepoint; return where the event chain then ends. */
async function runOne(
  writer: Writer,
  transaction: OpenTransaction,
  { taken, head, done }: { taken: Waiting; head: ChainHead | undefined; done: Done[] },
): Promise<ChainHead | undefined> {
  await transaction.exec("SAVEPOINT work");
  const grant = new Grant(taken.db, transaction.database, head);
  // The brand exists for the compiler alone: only here is the right to write given.
  const tx = grant as unknown as Tx;
  try {
    const value = await (writer.synchronous ? withinThisTurn(taken.work(tx)) : taken.work(tx));
    if (!transaction.open) throw new StoreFault("transaction-lost");
    await transaction.exec("RELEASE work");
    done.push({ waiting: taken, value });
    return tx.head;
  } catch (error) {
    if (!transaction.open) throw new StoreFault("transaction-lost");
    await transaction.exec("ROLLBACK TO work; RELEASE work");
    taken.reject(toStoreFault(error));
    return head;
  } finally {
    grant.end();
  }
}

/** Reject a work that waits for anything but its transaction: others would wait with it. */
function withinThisTurn<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setImmediate(() => reject(new StoreFault("work-strayed")));
    work.then(resolve, reject).finally(() => clearImmediate(late));
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
