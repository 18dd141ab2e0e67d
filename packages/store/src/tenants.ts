import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { TenantDefinition } from "@guildhall/contract";
import { checkClaim, claim } from "./claim.ts";
import type { Db } from "./db.ts";
import {
  findTenant,
  listOriginals,
  listTenants,
  markMade,
  putTenant,
  type TenantEntry,
} from "./directory.ts";
import { StoreFault } from "./fault.ts";
import { Fence } from "./fence.ts";
import { KeyOwners } from "./key-owners.ts";
import { Leases } from "./leases.ts";
import { migrate } from "./migrate.ts";
import { directoryMigrations, tenantMigrations } from "./migrations/index.ts";
import { type NodeIdentity, Nodes } from "./nodes.ts";
import { OpenDatabases } from "./open-databases.ts";
import type { OpenTenant, StoreOptions } from "./store-options.ts";
import { TenantDb } from "./tenant-db.ts";
import { transact } from "./transact.ts";
import { Vault } from "./vault.ts";

interface Opened extends OpenTenant {
  readonly db: TenantDb;
}

/** The directory and the tenants of one installation. */
export class Store {
  readonly directory: Db;
  /** Which tenant each API key belongs to; asking opens no tenant. */
  readonly keyOwners: KeyOwners;
  /** The processes that share the folder. */
  readonly nodes: Nodes;
  /** Which of them holds which tenant. */
  readonly leases: Leases;
  readonly #options: StoreOptions;
  readonly #now: () => number;
  readonly #known = new Map<string, Promise<Opened>>();
  readonly #databases = new Map<string, TenantDb>();
  readonly #open: OpenDatabases;
  #closed = false;

  private constructor(options: StoreOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#open = new OpenDatabases(options.openLimit ?? 64);
    const vault = new Vault("directory", options.rootKey);
    this.directory = new TenantDb({
      vault,
      url: this.#resolve("file:directory.db"),
      driver: options.driver,
    });
    this.keyOwners = new KeyOwners(this.directory);
    const part = { directory: this.directory, node: options.node, now: this.#now };
    this.nodes = new Nodes(part);
    this.leases = new Leases(part);
    this.leases.events.on("lost", (tenant) => this.#forget(tenant));
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
   * @throws StoreFault `unreadable` when its file cannot be used, `wrong-tenant` when it is another's,
   * `not-owner` when another process holds it, or nobody
   */
  async tenant(id: string): Promise<OpenTenant | undefined> {
    const opened = await (this.#known.get(id) ?? this.#find(id));
    opened?.db.check();
    return opened;
  }

  /**
   * The tenants that belong on one node with each: a sandbox is with the tenant that it is for.
   *
   * No key is unwrapped for it.
   */
  originals(): Promise<ReadonlyMap<string, string>> {
    return listOriginals(this.directory);
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
    // Who adds a tenant can use it at once.
    if (this.node?.roles.includes("worker")) await this.leases.take(definition.id);
    const known = await this.#known.get(definition.id)?.catch(() => undefined);
    if (known) this.#known.set(definition.id, Promise.resolve({ ...known, definition }));
  }

  /** Which process this is, where several share the folder. */
  get node(): NodeIdentity | undefined {
    return this.#options.node;
  }

  /** The tenants that hold files now. */
  get openTenants(): readonly string[] {
    return this.#open.tenants;
  }

  /** How many tenants hold files now. */
  get openCount(): number {
    return this.openTenants.length;
  }

  /** Whether nobody waits for an answer of a tenant's, nor has used it for so long. */
  isUnused(tenant: string, forMs: number): boolean {
    const db = this.#databases.get(tenant);
    return !db || (!db.isBusy && this.#now() - db.usedAt >= forMs);
  }

  /** Let go of the files of tenants that nobody has used for so long; their next use opens them again. */
  shutIdle(olderThanMs: number): number {
    return this.#open.shutUnused(this.#now() - olderThanMs);
  }

  /** Let go of the files of those of these tenants that rest: to ask when they are next due has opened them once more. */
  shutResting(tenants: readonly string[]): number {
    return this.#open.shutThose(new Set(tenants.filter((id) => !this.leases.isAwake(id))));
  }

  /**
   * Write down when a tenant is next due, so that it need not be open; returns whether it rests now.
   *
   * What is written from then on wakes it (`leases.wake`). One that somebody waits for does not rest, nor one that
   * others may write too.
   */
  async rest(tenant: string, nextDue: () => Promise<number | undefined>): Promise<boolean> {
    if (!this.isUnused(tenant, 0) || this.#databases.get(tenant)?.isShared) return false;
    return this.leases.rest(tenant, nextDue);
  }

  /** Shut everything for good; works that still wait are refused. */
  close(): void {
    this.#closed = true;
    this.#open.close();
    this.#known.clear();
    this.#databases.clear();
    (this.directory as TenantDb).close();
  }

  async #find(id: string): Promise<Opened | undefined> {
    const entry = await findTenant(this.directory, this.#options.rootKey, id);
    if (!entry) return undefined;
    if (this.#options.quarantined?.has(id)) throw new StoreFault("unreadable");
    const known = this.#known.get(id) ?? this.#begin(entry);
    this.#known.set(id, known);
    known.catch(() => {
      if (this.#known.get(id) === known) this.#known.delete(id);
    });
    return known;
  }

  async #begin({ definition, url, authToken, vault, made }: TenantEntry): Promise<Opened> {
    const { onUse, driver } = this.#options;
    const fence = this.#fenceFor(definition.id, url);
    const db = new TenantDb({
      vault,
      fence,
      now: this.#now,
      url: this.#resolve(url),
      authToken,
      driver,
      onUse: onUse && (() => onUse(definition.id)),
      onOpen: (opened) => this.#makeRoomFor(opened),
    });
    this.#databases.set(definition.id, db);
    try {
      if (!this.node) await this.leases.rouse(definition.id);
      if (made) await checkClaim(db);
      await migrate(db, tenantMigrations);
      if (!made) await this.#claim(db);
      // An empty group leaves our term in the file, so that whoever held it before can add nothing to what we read.
      if (fence) await transact(db, async () => undefined);
      return { definition, db };
    } catch (error) {
      db.close();
      this.#open.remove(db);
      if (this.#databases.get(definition.id) === db) this.#databases.delete(definition.id);
      throw error;
    }
  }

  #fenceFor(tenant: string, url: string): Fence | undefined {
    const hasOneOwner = this.#options.node !== undefined && url.startsWith("file:");
    return hasOneOwner ? new Fence(this.leases, tenant) : undefined;
  }

  /** What was opened under a lease that is over is of no more use: the next owner may have changed everything. */
  #forget(tenant: string): void {
    const db = this.#databases.get(tenant);
    if (!db || db.isShared) return;
    this.#known.delete(tenant);
    this.#databases.delete(tenant);
    this.#open.remove(db);
    db.retire();
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
  }
}
