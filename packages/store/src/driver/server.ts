import { setTimeout as wait } from "node:timers/promises";
import { type Client, createClient, type InStatement, type Transaction } from "@libsql/client";
import { LibSQLSession } from "drizzle-orm/libsql/session";
import { BaseSQLiteDatabase, SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import type { Database, OpenTransaction, Waiting, Writer } from "../db.ts";
import { StoreFault, toStoreFault } from "../fault.ts";
import { guardSql, guardValue } from "../guard.ts";

export interface ServerOptions {
  /** `libsql://…`, or `file:…` where the client's own file mode is wanted. */
  readonly url: string;
  readonly authToken?: string | undefined;
  readonly key?: Uint8Array | undefined;
}

const dialect = new SQLiteAsyncDialect();

type Session = LibSQLSession<Record<string, unknown>, Record<string, never>>;
type PrepareQuery = Session["prepareQuery"];

/** A session whose errors are the driver's own: drizzle's wrapper carries every bound value. */
class QuietSession extends LibSQLSession<Record<string, unknown>, Record<string, never>> {
  override prepareQuery: PrepareQuery = (...args) => {
    const query = LibSQLSession.prototype.prepareQuery.apply(this, args as never);
    const plain = (_sql: string, _values: unknown[], run: () => Promise<unknown>) => run();
    return Object.assign(query, { queryWithCache: plain }) as never;
  };
}

/** Open one connection of a libSQL server, or of a file through the client that servers use. */
export function openServer({ url, authToken, key }: ServerOptions): ServerConnection {
  const client = createClient({
    url,
    ...(authToken === undefined ? {} : { authToken }),
    ...(key === undefined ? {} : { encryptionKey: Buffer.from(key).toString("hex") }),
    concurrency: 1,
  });
  return new ServerConnection(client);
}

/** A client of one connection, which is replaced whenever it has met BUSY. */
export class ServerConnection {
  readonly database: Database;
  readonly #client: Client;
  #ready: Promise<void> | undefined;

  constructor(client: Client) {
    this.#client = client;
    this.database = databaseOver(this.#guardedClient(), undefined);
  }

  /** Open a write transaction; after BUSY the connection is replaced, since it would answer BUSY for ever. */
  async begin(): Promise<Transaction> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        await this.#prepare();
        return await this.#client.transaction("write");
      } catch (error) {
        const fault = toStoreFault(error);
        if (!(fault instanceof StoreFault) || fault.code !== "busy" || attempt === 60) throw fault;
        await this.#replace();
        await wait(5 + Math.random() * Math.min(5 * attempt, 60));
      }
    }
  }

  async execute(sql: string): Promise<void> {
    await this.#prepare();
    await quiet(() => this.#client.executeMultiple(sql));
  }

  /** The value of a PRAGMA on the connection in use. */
  async pragma(name: string): Promise<unknown> {
    await this.#prepare();
    const { rows } = await quiet(() => this.#client.execute(`PRAGMA ${name}`));
    return rows[0]?.[0];
  }

  close(): void {
    this.#client.close();
  }

  /** Replace the connection, and with it everything that was set on it. */
  async #replace(): Promise<void> {
    this.#ready = undefined;
    await this.#client.reconnect();
  }

  /** Set what belongs to the connection, once for each connection. */
  #prepare(): Promise<void> {
    this.#ready ??= this.#setPragmas().catch((error) => {
      this.#ready = undefined;
      throw toStoreFault(error);
    });
    return this.#ready;
  }

  async #setPragmas(): Promise<void> {
    if (this.#client.protocol !== "file") return;
    await this.#client.execute("PRAGMA journal_mode=WAL");
    await this.#client.executeMultiple(
      "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;",
    );
  }

  #guardedClient(): Client {
    const execute = async (statement: InStatement) => {
      guardStatement(statement);
      await this.#prepare();
      try {
        return await quiet(() => this.#client.execute(statement));
      } catch (error) {
        if (error instanceof StoreFault && error.code === "busy") await this.#replace();
        throw error;
      }
    };
    return { execute } as unknown as Client;
  }
}

/** The writer of a tenant that lives on a server. Any process may have one. */
export class ServerWriter implements Writer {
  readonly waiting: Waiting[] = [];
  readonly synchronous = false;
  flushing = false;
  readonly #connection: () => ServerConnection;

  constructor(connection: () => ServerConnection) {
    this.#connection = connection;
  }

  async begin(): Promise<OpenTransaction> {
    return new ServerTransaction(await this.#connection().begin());
  }
}

class ServerTransaction implements OpenTransaction {
  readonly database: Database;
  readonly #transaction: Transaction;

  constructor(transaction: Transaction) {
    this.#transaction = transaction;
    this.database = databaseOver(undefined, transaction);
  }
  get open(): boolean {
    return !this.#transaction.closed;
  }
  async exec(sql: string): Promise<void> {
    await quiet(() => this.#transaction.execute(sql));
  }
  commit(): Promise<void> {
    return quiet(() => this.#transaction.commit());
  }
  rollback(): Promise<void> {
    return quiet(() => this.#transaction.rollback());
  }
}

function databaseOver(client: Client | undefined, transaction: Transaction | undefined): Database {
  const guarded = transaction && {
    execute: (statement: InStatement) => {
      guardStatement(statement);
      return quiet(() => transaction.execute(statement));
    },
  };
  const session = new QuietSession(
    client as Client,
    dialect,
    undefined,
    {},
    guarded as Transaction | undefined,
  );
  return new BaseSQLiteDatabase(
    "async",
    dialect,
    session as never,
    undefined,
  ) as unknown as Database;
}

function guardStatement(statement: InStatement): void {
  const { sql, args } = typeof statement === "string" ? { sql: statement } : statement;
  guardSql(sql);
  if (Array.isArray(args)) args.forEach(guardValue);
}

async function quiet<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw toStoreFault(error);
  }
}
