import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { TenantDefinition } from "@guildhall/contract";
import { eq } from "drizzle-orm";
import type { Db } from "./db.ts";
import { findTenant, listTenants, putTenant, type TenantEntry } from "./directory.ts";
import { StoreFault } from "./fault.ts";
import { migrate } from "./migrate.ts";
import { directoryMigrations, tenantMigrations } from "./migrations/index.ts";
import { meta } from "./schema/platform.ts";
import { TenantDb } from "./tenant-db.ts";
import { transact } from "./transact.ts";
import { Vault } from "./vault.ts";

export interface StoreOptions {
  /** The folder that holds the directory and the tenants' files. */
  readonly folder: string;
  /** 32 bytes that wrap every tenant's key. */
  readonly rootKey: Uint8Array;
  /** How many tenants may be open at once; the one longest unused is shut for the next. */
  readonly openLimit?: number;
  /** Tenants whose files killed the process before: they stay shut. */
  readonly quarantined?: ReadonlySet<string>;
  /** Called with the tenant whose file the native library is about to touch. */
  readonly onUse?: (tenant: string) => void;
}

/** An opened tenant: who it is, and its database. */
export interface OpenTenant {
  readonly definition: TenantDefinition;
  readonly db: Db;
}

/** The directory and the tenants of one installation. */
export class Store {
  readonly directory: Db;
  readonly #options: StoreOptions;
  readonly #known = new Map<string, Promise<OpenTenant>>();
  readonly #open = new Set<TenantDb>();

  private constructor(options: StoreOptions) {
    this.#options = options;
    const vault = new Vault("directory", options.rootKey);
    this.directory = new TenantDb({ vault, url: `file:${join(options.folder, "directory.db")}` });
  }

  /** Open an installation's store, making its folder and directory when they are not there. */
  static async open(options: StoreOptions): Promise<Store> {
    mkdirSync(join(options.folder, "tenants"), { recursive: true, mode: 0o700 });
    const store = new Store(options);
    await migrate(store.directory, directoryMigrations);
    return store;
  }

  /** All tenants, without opening any. */
  tenants(): Promise<TenantEntry[]> {
    return listTenants(this.directory, this.#options.rootKey);
  }

  /**
   * Give a tenant by its id, or undefined when there is none.
   *
   * @throws StoreFault `unreadable` when its file cannot be used, `wrong-tenant` when it is another's
   */
  tenant(id: string): Promise<OpenTenant | undefined> {
    return this.#known.get(id) ?? this.#find(id);
  }

  /** Add a tenant, or renew what is said of one; its database is made at its first use. */
  async addTenant(
    definition: TenantDefinition,
    { url, now }: { url?: string; now: number },
  ): Promise<void> {
    const place = url ?? `file:${join(this.#options.folder, "tenants", `${definition.id}.db`)}`;
    await putTenant(this.directory, this.#options.rootKey, {
      definition,
      url: place,
      key: randomBytes(32),
      now,
    });
    const known = await this.#known.get(definition.id)?.catch(() => undefined);
    if (known) this.#known.set(definition.id, Promise.resolve({ ...known, definition }));
  }

  /** How many tenants hold files now. */
  get openCount(): number {
    return [...this.#open].filter((db) => db.isOpen).length;
  }

  close(): void {
    for (const db of this.#open) db.shut();
    this.#open.clear();
    this.#known.clear();
    (this.directory as TenantDb).shut();
  }

  async #find(id: string): Promise<OpenTenant | undefined> {
    const entry = await findTenant(this.directory, this.#options.rootKey, id);
    if (!entry) return undefined;
    if (this.#options.quarantined?.has(id)) throw new StoreFault("unreadable");
    const known = this.#known.get(id) ?? this.#begin(entry);
    this.#known.set(id, known);
    known.catch(() => this.#known.delete(id));
    return known;
  }

  async #begin({ definition, url, authToken, vault }: TenantEntry): Promise<OpenTenant> {
    const { onUse } = this.#options;
    const db = new TenantDb({
      vault,
      url,
      authToken,
      ...(onUse ? { onUse: () => onUse(definition.id) } : {}),
      onOpen: (opened) => this.#makeRoomFor(opened),
    });
    await migrate(db, tenantMigrations);
    await claimFile(db);
    return { definition, db };
  }

  #makeRoomFor(opened: TenantDb): void {
    this.#open.delete(opened);
    this.#open.add(opened);
    const limit = this.#options.openLimit ?? 64;
    for (const db of this.#open) {
      if (this.#open.size <= limit) return;
      if (db === opened || db.isBusy) continue;
      db.shut();
      this.#open.delete(db);
    }
  }
}

/** Write the tenant's name into a new file; refuse a file that says another's. */
async function claimFile(db: Db): Promise<void> {
  const row = await db.reads.select().from(meta).where(eq(meta.key, "tenant")).get();
  if (row && row.value !== db.tenant) throw new StoreFault("wrong-tenant");
  if (row) return;
  await transact(db, async (tx) => {
    await tx.writes
      .insert(meta)
      .values({ key: "tenant", value: db.tenant })
      .onConflictDoNothing()
      .run();
  });
}
