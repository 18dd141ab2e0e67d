import type { Database, Db, Reads, Writer } from "./db.ts";
import { type FileConnection, FileWriter, openFile } from "./driver/file.ts";
import { openServer, type ServerConnection, ServerWriter } from "./driver/server.ts";
import type { Vault } from "./vault.ts";

/** What a database is opened with. */
export interface OpenOptions {
  readonly vault: Vault;
  /** Where it lives: `file:<path>` or `libsql://…`. */
  readonly url: string;
  readonly authToken?: string | undefined;
  /** Use the client that servers use, for a file too. */
  readonly driver?: "file" | "server";
  /** Called whenever the native library is entered for this tenant. */
  readonly onUse?: () => void;
  /** Called when a connection is opened, so that the number of open ones can be bounded. */
  readonly onOpen?: (db: TenantDb) => void;
}

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
  readonly #options: OpenOptions;
  #writing: FileConnection | undefined;
  #reading: FileConnection | undefined;
  #server: ServerConnection | undefined;
  #serverReads: ServerConnection | undefined;

  constructor(options: OpenOptions) {
    this.#options = options;
    this.tenant = options.vault.tenant;
    this.vault = options.vault;
    this.writer = this.#isServer
      ? new ServerWriter(() => this.#serverWriting())
      : new FileWriter(() => this.#fileWriting());
  }

  get reads(): Reads {
    return (this.#isServer ? this.#serverReading() : this.#fileReading()).database;
  }

  /** Whether it holds files or sockets now. */
  get isOpen(): boolean {
    return [this.#writing, this.#reading, this.#server, this.#serverReads].some(Boolean);
  }

  /** Whether works wait or run. */
  get isBusy(): boolean {
    return this.writer.flushing || this.writer.waiting.length > 0;
  }

  /** Let go of files and sockets; the next use opens them again. */
  shut(): void {
    for (const connection of [this.#writing, this.#reading, this.#server, this.#serverReads])
      connection?.close();
    this.#writing = this.#reading = this.#server = this.#serverReads = undefined;
  }

  get #isServer(): boolean {
    return (
      (this.#options.driver ?? (this.#options.url.startsWith("file:") ? "file" : "server")) ===
      "server"
    );
  }
  #fileWriting(): FileConnection {
    this.#writing ??= this.#openFile(false);
    return this.#writing;
  }
  #fileReading(): FileConnection {
    this.#reading ??= this.#openFile(true);
    return this.#reading;
  }
  #serverWriting(): ServerConnection {
    this.#server ??= this.#openServer();
    return this.#server;
  }
  #serverReading(): { database: Database } {
    this.#serverReads ??= this.#openServer();
    return this.#serverReads;
  }

  #openFile(queryOnly: boolean): FileConnection {
    const { url, vault, onUse, onOpen } = this.#options;
    const path = url.replace(/^file:/, "");
    const connection = openFile({
      path,
      key: vault.derive("file"),
      queryOnly,
      ...(onUse ? { onUse } : {}),
    });
    onOpen?.(this);
    return connection;
  }
  #openServer(): ServerConnection {
    const { url, authToken, vault, onOpen } = this.#options;
    const key = url.startsWith("file:") ? vault.derive("file") : undefined;
    const connection = openServer({ url, authToken, key });
    onOpen?.(this);
    return connection;
  }
}
