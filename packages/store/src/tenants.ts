import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { TenantDefinition } from "@guildhall/contract";
import { checkClaim, claim } from "./claim.ts";
import type { Db } from "./db.ts";
import { findTenant, listTenants, markMade, putTenant, type TenantEntry } from "./directory.ts";
import { StoreFault } from "./fault.ts";
import { KeyOwners } from "./key-owners.ts";
import { migrate } from "./migrate.ts";
import { directoryMigrations, tenantMigrations } from "./migrations/index.ts";
import { type Driver, TenantDb } from "./tenant-db.ts";
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
  /** What files are opened with: `file` unless said otherwise. */
  readonly driver?: Driver;
}

/** An opened tenant: who it is, and its database. */
export interface OpenTenant {
  readonly definition: TenantDefinition;
  readonly db: Db;
}

/** The directory and the tenants of one installation. */
export class Store {
  readonly directory: Db;
  /** Which tenant each API key belongs to; asking opens no tenant. */
  readonly keyOwners: KeyOwners;
  readonly #options: StoreOptions;
  readonly #known = new Map<string, Promise<OpenTenant>>();
  readonly #open = new Set<TenantDb>();
  #closed = false;

  private constructor(options: StoreOptions) {
    this.#options = options;
    const vault = new Vault("directory", options.rootKey);
    this.directory = new TenantDb({
      vault,
      url: this.#resolve("file:directory.db"),
      driver: options.driver,
    });
    this.keyOwners = new KeyOwners(this.directory);
  }

  /** Open an installation's store, making its folder and directory when they are not there. */
  static async open(options: StoreOptions): Promise<Store> {
    mkdirSync(resolve(options.folder, "tenants"), { recursive: true, mode: 0o700 });
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
    { url, authToken, now }: { url?: string; authToken?: string; now: number },
  ): Promise<void> {
    await putTenant(this.directory, this.#options.rootKey, {
      definition,
      // Seen from the folder, so that the folder can be moved.
      url: url ?? `file:tenants/${definition.id}.db`,
      authToken,
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

  /** Shut everything for good; works that still wait are refused. */
  close(): void {
    this.#closed = true;
    for (const db of this.#open) db.close();
    this.#open.clear();
    this.#known.clear();
    (this.directory as TenantDb).close();
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

  async #begin({ definition, url, authToken, vault, made }: TenantEntry): Promise<OpenTenant> {
    const { onUse, driver } = this.#options;
    const db = new TenantDb({
      vault,
      url: this.#resolve(url),
      authToken,
      driver,
      onUse: onUse && (() => onUse(definition.id)),
      onOpen: (opened) => this.#makeRoomFor(opened),
    });
    try {
      if (made) await checkClaim(db);
      await migrate(db, tenantMigrations);
      if (!made) await this.#claim(db);
      return { definition, db };
    } catch (error) {
      db.close();
      this.#open.delete(db);
      throw error;
    }
  }

  async #claim(db: Db): Promise<void> {
    await claim(db);
    await markMade(this.directory, db.tenant);
  }

  #resolve(url: string): string {
    if (!url.startsWith("file:")) return url;
    return `file:${resolve(this.#options.folder, url.slice("file:".length))}`;
  }

  #makeRoomFor(opened: TenantDb): void {
    if (this.#closed) throw new StoreFault("closed");
    this.#open.add(opened);
    const limit = this.#options.openLimit ?? 64;
    while (this.#open.size > limit) {
      const idle = longestUnused(this.#open);
      if (!idle || idle === opened) return;
      idle.shut();
      this.#open.delete(idle);
    }
  }
}

function longestUnused(databases: Iterable<TenantDb>): TenantDb | undefined {
  const idle = [...databases].filter((db) => !db.isBusy);
  return idle.reduce<TenantDb | undefined>(
    (least, db) => (least && least.lastUse < db.lastUse ? least : db),
    undefined,
  );
}
