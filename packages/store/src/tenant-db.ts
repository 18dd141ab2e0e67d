import type { Connection, Db, Reads, Writer } from "./db.ts";
import { openFile } from "./driver/file.ts";
import { openServer } from "./driver/server.ts";
import { StoreFault } from "./fault.ts";
import type { Fence } from "./fence.ts";
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
  /** What keeps it from being used by more than one process. */
  readonly fence?: Fence | undefined;
  readonly now?: (() => number) | undefined;
}

let uses = 0;
const lookAgainMs = 10;

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
  /** When that was. */
  usedAt = 0;
  readonly isShared: boolean;
  readonly #options: OpenOptions;
  readonly #connections: { reading?: Connection; writing?: Connection } = {};
  #closed = false;

  constructor(options: OpenOptions) {
    this.#options = options;
    this.tenant = options.vault.tenant;
    this.vault = options.vault;
    this.isShared = !options.url.startsWith("file:");
    this.writer = new ConnectionWriter({
      connection: () => this.#connection("writing"),
      isLocal: !this.isShared,
      fence: options.fence,
    });
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

  /** Make sure that it is ours to use. @throws StoreFault `not-owner` */
  check(): void {
    this.#options.fence?.check();
  }

  /** Shut as soon as nobody waits for an answer: a connection that is closed in a transaction keeps its lock. */
  retire(): void {
    if (this.isBusy) setTimeout(() => this.retire(), lookAgainMs).unref();
    else this.shut();
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
    this.check();
    this.lastUse = uses += 1;
    this.usedAt = this.#options.now?.() ?? 0;
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
    const { driver, vault, url, authToken, onUse } = this.#options;
    const key = this.isShared ? undefined : vault.derive("file");
    const open = (driver ?? (this.isShared ? "server" : "file")) === "file" ? openFile : openServer;
    return open({ url, authToken, onUse, key, queryOnly });
  }
}
