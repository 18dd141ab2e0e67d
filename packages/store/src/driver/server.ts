import { createRequire } from "node:module";
import type { Client, InStatement, Transaction } from "@libsql/client";
import { LibSQLSession } from "drizzle-orm/libsql/session";
import { BaseSQLiteDatabase, SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import type { Connection, Database, OpenTransaction } from "../db.ts";
import { StoreFault, toStoreFault } from "../fault.ts";
import { guardSql, guardValue } from "../guard.ts";
import { noteDiscarded } from "./discard.ts";
import { type ConnectionOptions, pragmas } from "./options.ts";

const load = createRequire(import.meta.url);

/** The client, which is loaded where it is used: it is large, and who keeps tenants in files needs none of it. */
function createClient(
  ...options: Parameters<typeof import("@libsql/client").createClient>
): Client {
  const library: typeof import("@libsql/client") = load("@libsql/client");
  return library.createClient(...options);
}

/** Open one connection to a libSQL server, or to a file through the client that servers use. */
export function openServer({ url, authToken, key, ...use }: ConnectionOptions): Connection {
  use.onUse?.();
  try {
    const client = createClient({
      url,
      ...(authToken === undefined ? {} : { authToken }),
      ...(key === undefined ? {} : { encryptionKey: Buffer.from(key).toString("hex") }),
      concurrency: 1,
    });
    return new ServerConnection(client, use);
  } catch (error) {
    throw toFault(error);
  }
}

/** A client of one connection. One to a file that has met BUSY is spent, since it would answer BUSY for ever. */
class ServerConnection implements Connection {
  readonly database: Database;
  isSpent = false;
  readonly #client: Client;
  readonly #use: Pick<ConnectionOptions, "queryOnly" | "onUse">;
  #ready: Promise<void> | undefined;
  #running = 0;
  #transaction: Transaction | undefined;

  constructor(client: Client, use: Pick<ConnectionOptions, "queryOnly" | "onUse">) {
    this.#client = client;
    this.#use = use;
    this.database = databaseOver((statement) => this.#execute(statement));
  }

  get isBusy(): boolean {
    return this.#running > 0 || this.#transaction?.closed === false;
  }

  async begin(): Promise<OpenTransaction> {
    this.#transaction = await this.run(() => this.#client.transaction("write"));
    return new ServerTransaction(this, this.#transaction);
  }

  /** Ask the client for something, once what belongs to the connection has been set on it. */
  async run<T>(ask: () => Promise<T>): Promise<T> {
    this.#running += 1;
    try {
      this.#ready ??= this.#setPragmas();
      await this.#ready;
      this.#use.onUse?.();
      return await ask();
    } catch (error) {
      throw this.#afterFailure(toFault(error));
    } finally {
      this.#running -= 1;
    }
  }

  close(): void {
    this.isSpent = true;
    this.#client.close();
    noteDiscarded();
  }

  /** Only a connection for reading runs statements outside a transaction. */
  async #execute(statement: InStatement) {
    if (!this.#use.queryOnly) throw new StoreFault("transaction-lost");
    return this.run(() => this.#client.execute(statement));
  }

  async #setPragmas(): Promise<void> {
    if (!this.#isFile) return;
    try {
      await this.#client.executeMultiple(pragmas(this.#use.queryOnly));
    } catch (error) {
      this.isSpent = true;
      throw error;
    }
  }

  #afterFailure(fault: StoreFault): StoreFault {
    if (fault.code === "busy" && this.#isFile) this.isSpent = true;
    return fault;
  }

  get #isFile(): boolean {
    return this.#client.protocol === "file";
  }
}

class ServerTransaction implements OpenTransaction {
  readonly database: Database;
  readonly #connection: ServerConnection;
  readonly #transaction: Transaction;

  constructor(connection: ServerConnection, transaction: Transaction) {
    this.#connection = connection;
    this.#transaction = transaction;
    this.database = databaseOver((statement) =>
      connection.run(() => transaction.execute(statement)),
    );
  }
  get isOpen(): boolean {
    return !this.#transaction.closed;
  }
  exec(sql: string): Promise<void> {
    return this.#connection.run(() => this.#transaction.executeMultiple(sql));
  }
  commit(): Promise<void> {
    return this.#connection.run(() => this.#transaction.commit());
  }
  async rollback(): Promise<void> {
    try {
      await this.#transaction.rollback();
    } catch {
      this.#connection.isSpent = true;
    }
  }
}

/** A session whose errors are the driver's own: drizzle's wrapper carries every bound value. */
class QuietSession extends LibSQLSession<Record<string, never>, Record<string, never>> {
  override prepareQuery: LibSQLSession<
    Record<string, never>,
    Record<string, never>
  >["prepareQuery"] = (...args) => {
    const query = LibSQLSession.prototype.prepareQuery.apply(this, args as never);
    const plain = (_sql: string, _values: unknown[], run: () => Promise<unknown>) => run();
    return Object.assign(query, { queryWithCache: plain }) as never;
  };
}

const dialect = new SQLiteAsyncDialect();

function databaseOver(execute: (statement: InStatement) => Promise<unknown>): Database {
  const client = {
    execute: async (statement: Exclude<InStatement, string>) => {
      guardSql(statement.sql);
      if (Array.isArray(statement.args)) statement.args.forEach(guardValue);
      return execute(statement);
    },
  };
  // The session asks its client for nothing but `execute`.
  const session = new QuietSession(client as never, dialect, undefined, {}, undefined);
  return new BaseSQLiteDatabase("async", dialect, session as never, undefined) as never;
}

/** What comes without SQLite's code is the network's, or the server's way to say that it is not there. */
function toFault(error: unknown): StoreFault {
  return toStoreFault(error, "unreadable");
}
