import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import type { Vault } from "./vault.ts";

/** Drizzle over either driver: what it returns is a value or a promise of it, and `await` serves both. */
export type Database = BaseSQLiteDatabase<"sync" | "async", unknown>;

/** What may be asked of the database. */
export type Reads = Pick<Database, "select" | "selectDistinct" | "$count">;

/** What may be done to it, only inside `transact`. */
export type Writes = Reads & Pick<Database, "insert" | "update" | "delete">;

/** One tenant's database, for reading. The connection is the tenant: nothing else says whose it is. */
export interface Db {
  readonly tenant: string;
  readonly vault: Vault;
  /** Whether every node may write it, as on a server; a file has one owner. */
  readonly isShared: boolean;
  /** A query-only connection, which sees nothing that is not committed. */
  readonly reads: Reads;
  /** @internal The works that wait to be done, and the connection that `transact` does them on. */
  readonly writer: Writer;
}

declare const granted: unique symbol;

/** The right to write, given by `transact` to one work and gone when that work ends. */
export interface Tx {
  readonly [granted]: true;
  readonly tenant: string;
  readonly vault: Vault;
  readonly reads: Writes;
  readonly writes: Writes;
  /** The end of the event chain as this work sees it, once an event was read or appended in its group. */
  head: ChainHead | undefined;
}

/** The last event's place and hash. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** Where a database's works wait, and how a transaction is opened for them. */
export interface Writer {
  readonly waiting: Waiting[];
  flushing: boolean;
  /**
   * Open a transaction; meets BUSY here or nowhere, and waits for it without blocking.
   *
   * @throws StoreFault `not-owner` when the database is another process's by now
   */
  begin(): Promise<OpenTransaction>;
  /** Make sure, without asking anybody, that the database is still ours. @throws StoreFault `not-owner` */
  check(): void;
  /** Call `strayed` when a work that begins now has waited for something else than its transaction; returns the way to call that off. */
  whenStrayed(strayed: () => void): () => void;
}

/** A work that waits for the next group. */
export interface Waiting {
  readonly work: (tx: Tx) => Promise<unknown>;
  readonly db: Db;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** An open connection, through either driver. */
export interface Connection {
  readonly database: Database;
  /** True when it is of no more use, and what comes next needs another. */
  readonly isSpent: boolean;
  /** Whether somebody waits for an answer on it, or is within a transaction. */
  readonly isBusy: boolean;
  begin(): OpenTransaction | Promise<OpenTransaction>;
  close(): void;
}

/** A transaction between BEGIN and COMMIT. */
export interface OpenTransaction {
  readonly database: Database;
  /** False when an error ended the transaction behind our back. */
  readonly isOpen: boolean;
  /** Run SQL of our own, of one statement or several. */
  exec(sql: string): void | Promise<void>;
  commit(): void | Promise<void>;
  /** Undo everything; whatever stands in the way of that costs the connection, and is not thrown. */
  rollback(): void | Promise<void>;
}
