import { BetterSQLiteSession } from "drizzle-orm/better-sqlite3/session";
import { BaseSQLiteDatabase, SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import Libsql from "libsql";
import type { Connection, Database, OpenTransaction } from "../db.ts";
import { StoreFault, toStoreFault } from "../fault.ts";
import { guardSql, guardValue } from "../guard.ts";
import { noteDiscarded } from "./discard.ts";
import { type ConnectionOptions, pragmas } from "./options.ts";

type Use = Pick<ConnectionOptions, "queryOnly" | "onUse">;

/** Open a database file through the library's synchronous interface. */
export function openFile({ url, key, ...use }: ConnectionOptions): Connection {
  use.onUse?.();
  const client = guarded(() => new Libsql(url.replace(/^file:/, ""), encryption(key)));
  const connection = new FileConnection(client, use);
  try {
    connection.exec(pragmas(use.queryOnly));
  } catch (error) {
    connection.close();
    throw error;
  }
  return connection;
}

/** A connection that reads, or one that writes: between BEGIN and COMMIT, and never beside them. */
class FileConnection implements Connection {
  readonly database: Database;
  isSpent = false;
  readonly #client: Libsql.Database;
  readonly #use: Use;
  #inTransaction = false;

  constructor(client: Libsql.Database, use: Use) {
    this.#client = client;
    this.#use = use;
    this.database = databaseOver((sql) => this.#prepare(sql));
  }

  /** A statement is answered at once, but a transaction goes on between two of them. */
  get isBusy(): boolean {
    return this.inTransaction;
  }

  /** BUSY is met here, by `exec`: a prepared statement that met it would answer it for ever. */
  begin(): OpenTransaction {
    this.exec("BEGIN IMMEDIATE");
    this.#inTransaction = true;
    return new FileTransaction(this);
  }

  exec(sql: string): void {
    this.#enter();
    guarded(() => this.#client.exec(sql));
  }

  /** Whether what was begun has neither ended nor been lost. */
  get inTransaction(): boolean {
    // A closed client must not be asked: that aborts the process.
    return this.#inTransaction && !this.isSpent && this.#client.inTransaction;
  }

  end(): void {
    this.#inTransaction = false;
  }

  close(): void {
    if (this.isSpent) return;
    this.isSpent = true;
    this.#client.close();
    noteDiscarded();
  }

  /** What drizzle's synchronous session calls a statement. */
  #prepare(sql: string) {
    guardSql(sql);
    const statement = this.#try(() => this.#client.prepare(sql));
    if (statement.reader) statement.raw(true);
    const get = this.#guard((parameters) => statement.get(parameters));
    const all = this.#guard((parameters) => statement.all(parameters));
    return {
      run: this.#guard((parameters) => statement.run(parameters)),
      raw: () => ({ get, all }),
    };
  }

  /** Hand parameters over as one array, each looked at: a single Buffer or null would be taken for the array. */
  #guard<T>(call: (parameters: unknown[]) => T): (...parameters: unknown[]) => T {
    return (...parameters) => {
      parameters.forEach(guardValue);
      if (!this.#use.queryOnly && !this.#inTransaction) throw new StoreFault("transaction-lost");
      return this.#try(() => call(parameters));
    };
  }

  /** Call the library; give up a connection that BUSY has poisoned, and a transaction that an error has ended. */
  #try<T>(call: () => T): T {
    this.#enter();
    try {
      return call();
    } catch (error) {
      const fault = toStoreFault(error);
      if (fault.code === "busy") this.close();
      this.#inTransaction = this.inTransaction;
      throw fault;
    }
  }

  #enter(): void {
    if (this.isSpent) throw new StoreFault("closed");
    this.#use.onUse?.();
  }
}

class FileTransaction implements OpenTransaction {
  readonly database: Database;
  readonly #connection: FileConnection;

  constructor(connection: FileConnection) {
    this.#connection = connection;
    this.database = connection.database;
  }
  get isOpen(): boolean {
    return this.#connection.inTransaction;
  }
  exec(sql: string): void {
    this.#connection.exec(sql);
  }
  commit(): void {
    this.#connection.exec("COMMIT");
    this.#connection.end();
  }
  rollback(): void {
    try {
      if (this.isOpen) this.#connection.exec("ROLLBACK");
      this.#connection.end();
    } catch {
      this.#connection.close();
    }
  }
}

function encryption(key: Uint8Array | undefined): Libsql.Options {
  if (!key) return {};
  // The library takes these two; its types do not know them.
  return {
    encryptionCipher: "aes256cbc",
    encryptionKey: Buffer.from(key).toString("hex"),
  } as Libsql.Options;
}

const dialect = new SQLiteSyncDialect();

function databaseOver(prepare: (sql: string) => unknown): Database {
  // The session asks its client for nothing but statements, and drizzle's own constructor would import another driver.
  const session = new BetterSQLiteSession({ prepare } as never, dialect, undefined, {});
  return new BaseSQLiteDatabase("sync", dialect, session as never, undefined) as never;
}

function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw toStoreFault(error);
  }
}
