import type { Connection, Db, Reads, Writer } from "./db.ts";
import { openFile } from "./driver/file.ts";
import { openServer } from "./driver/server.ts";
import { StoreFault } from "./fault.ts";
import type { Vault } from "./vault.ts";
import { ConnectionWriter } from "./writer.ts";

/** `file` is the library's synchronous interface; `server` is the client that servers need, and files can be opened with. */
export type Driver = "file" | "server";

/** What a database is opened with. */
export interface OpenOptions {
  readonly vault: Vault;
  /** Where it lives: `file:<path>` or `libsql://…`. */
  readonly url: string;
  readonly authToken?: string | undefined;
  readonly driver?: Driver | undefined;
  /** Called whenever the native library is entered for this tenant. */
  readonly onUse?: (() => void) | undefined;
  /** Called before a connection is opened, so that the number of open ones can be bounded. */
  readonly onOpen?: ((db: TenantDb) => void) | undefined;
}

let uses = 0;

/**
 * One tenant's database, which opens when it is used and can be shut between two uses.
 *
 * Whoever holds it need not know whether it is open, so that the number of open files is bounded by
 * whoever counts them and not by how long a verb takes.
 */
export class TenantDb implements Db {
  readonly tenant: string;
  readonly vault: Vault;
  readonly writer: Writer;
  /** Grows with every use of any database: the one longest unused has the least. */
  lastUse = 0;
  readonly #options: OpenOptions;
  readonly #isFile: boolean;
  readonly #connections: { reading?: Connection; writing?: Connection } = {};
  #closed = false;

  constructor(options: OpenOptions) {
    this.#options = options;
    this.#isFile = options.url.startsWith("file:");
    this.tenant = options.vault.tenant;
    this.vault = options.vault;
    this.writer = new ConnectionWriter(() => this.#connection("writing"), this.#isFile);
  }

  get reads(): Reads {
    return this.#connection("reading").database;
  }

  /** Whether it holds files or sockets now. */
  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  /** Whether somebody waits for an answer from it. */
  get isBusy(): boolean {
    const { flushing, waiting } = this.writer;
    return flushing || waiting.length > 0 || this.#open.some((connection) => connection.isBusy);
  }

  /** Let go of files and sockets; the next use opens them again. */
  shut(): void {
    for (const connection of this.#open) connection.close();
    delete this.#connections.reading;
    delete this.#connections.writing;
  }

  /** Shut for good: what waits and what comes is refused. */
  close(): void {
    this.#closed = true;
    this.shut();
  }

  get #open(): Connection[] {
    return Object.values(this.#connections);
  }

  #connection(kind: "reading" | "writing"): Connection {
    this.lastUse = uses += 1;
    const known = this.#connections[kind];
    if (known && !known.isSpent) return known;
    if (this.#closed) throw new StoreFault("closed");
    known?.close();
    this.#options.onOpen?.(this);
    const fresh = this.#openOne(kind === "reading");
    this.#connections[kind] = fresh;
    return fresh;
  }

  #openOne(queryOnly: boolean): Connection {
    const { driver, vault, ...rest } = this.#options;
    const key = this.#isFile ? vault.derive("file") : undefined;
    const open = (driver ?? (this.#isFile ? "file" : "server")) === "file" ? openFile : openServer;
    return open({ ...rest, key, queryOnly });
  }
}
