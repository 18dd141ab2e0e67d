import { setTimeout as wait } from "node:timers/promises";
import { BetterSQLiteSession } from "drizzle-orm/better-sqlite3/session";
import { BaseSQLiteDatabase, SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import Libsql from "libsql";
import type { Database, OpenTransaction, Waiting, Writer } from "../db.ts";
import { StoreFault, toStoreFault } from "../fault.ts";
import { guardSql, guardValue } from "../guard.ts";

export interface FileOptions {
  readonly path: string;
  /** 32 bytes; the whole file is encrypted with it. */
  readonly key?: Uint8Array | undefined;
  readonly queryOnly?: boolean;
  /** Called before the native library is entered, so that an abort can be laid at the right door. */
  readonly onUse?: () => void;
}

/** An open file, through the library's synchronous interface. */
export interface FileConnection {
  readonly database: Database;
  exec(sql: string): void;
  readonly inTransaction: boolean;
  close(): void;
}

const dialect = new SQLiteSyncDialect();

/** Open a database file with every PRAGMA it needs: they belong to the connection and are lost with it. */
export function openFile({ path, key, queryOnly = false, onUse }: FileOptions): FileConnection {
  const client = guarded(() => new Libsql(path, encryption(key)));
  const enter = onUse ?? (() => {});
  enter();
  guarded(() => client.exec(pragmas(queryOnly)));
  const session = new BetterSQLiteSession(adapt(client, enter) as never, dialect, undefined, {});
  return {
    database: new BaseSQLiteDatabase(
      "sync",
      dialect,
      session as never,
      undefined,
    ) as unknown as Database,
    exec: (sql) => guarded(() => client.exec(sql)),
    get inTransaction() {
      return client.inTransaction;
    },
    close: () => client.close(),
  };
}

/** The one connection of a file that writes. */
export class FileWriter implements Writer {
  readonly waiting: Waiting[] = [];
  readonly synchronous = true;
  flushing = false;
  readonly #connection: () => FileConnection;

  constructor(connection: () => FileConnection) {
    this.#connection = connection;
  }

  async begin(): Promise<OpenTransaction> {
    const connection = this.#connection();
    for (let attempt = 0; ; attempt += 1) {
      try {
        connection.exec("BEGIN IMMEDIATE");
        return new FileTransaction(connection);
      } catch (error) {
        if (!(error instanceof StoreFault) || error.code !== "busy" || attempt === 60) throw error;
        await wait(5 + Math.random() * Math.min(5 * attempt, 60));
      }
    }
  }
}

class FileTransaction implements OpenTransaction {
  readonly database: Database;
  readonly #connection: FileConnection;

  constructor(connection: FileConnection) {
    this.#connection = connection;
    this.database = connection.database;
  }
  get open(): boolean {
    return this.#connection.inTransaction;
  }
  exec(sql: string): void {
    this.#connection.exec(sql);
  }
  commit(): void {
    this.#connection.exec("COMMIT");
  }
  rollback(): void {
    if (this.open) this.#connection.exec("ROLLBACK");
  }
}

function encryption(key: Uint8Array | undefined): Libsql.Options {
  if (!key) return {};
  return {
    encryptionCipher: "aes256cbc",
    encryptionKey: Buffer.from(key).toString("hex"),
  } as Libsql.Options;
}

function pragmas(queryOnly: boolean): string {
  const journal = queryOnly
    ? "PRAGMA query_only=ON;"
    : "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";
  return `PRAGMA busy_timeout=0; ${journal} PRAGMA foreign_keys=ON; PRAGMA cache_size=-512;
    PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=16777216; PRAGMA trusted_schema=OFF;`;
}

/** What drizzle's synchronous session calls, with parameters handed over as one array and each of them looked at. */
function adapt(client: Libsql.Database, enter: () => void) {
  const call = <T>(parameters: unknown[], run: () => T): T => {
    parameters.forEach(guardValue);
    enter();
    return guarded(run);
  };
  return {
    prepare(sql: string) {
      guardSql(sql);
      const plain = guarded(() => client.prepare(sql));
      const returnsRows = /^\s*(select|with)\b|\breturning\b/i.test(sql);
      if (returnsRows) plain.raw(true);
      const get = (...parameters: unknown[]) => call(parameters, () => plain.get(parameters));
      const all = (...parameters: unknown[]) => call(parameters, () => plain.all(parameters));
      const run = (...parameters: unknown[]) => call(parameters, () => plain.run(parameters));
      return { run, get, all, raw: () => ({ get, all }) };
    },
  };
}

function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw toStoreFault(error);
  }
}
