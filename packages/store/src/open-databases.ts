import { noteIdle } from "./driver/discard.ts";
import type { TenantDb } from "./tenant-db.ts";

/** The databases that hold files, of which there are no more than may be open at once. */
export class OpenDatabases {
  readonly #limit: number;
  readonly #open = new Set<TenantDb>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The tenants that hold files now. */
  get tenants(): readonly string[] {
    return [...this.#open].filter((db) => db.isOpen).map(({ tenant }) => tenant);
  }

  /** Count one in that is about to be opened; the one longest unused is shut for it. */
  add(opened: TenantDb): void {
    this.#open.add(opened);
    while (this.#open.size > this.#limit) {
      const idle = longestUnused(this.#open);
      if (!idle || idle === opened) return;
      this.#shut(idle);
    }
  }

  /** Count one out that is shut, or will be. */
  remove(db: TenantDb): void {
    this.#open.delete(db);
  }

  /** Let go of the files of those that nobody has used since a time; returns how many they were. */
  shutUnused(since: number): number {
    return this.#shutQuiet((db) => db.usedAt <= since);
  }

  /** Let go of the files of these tenants, but of those that somebody waits for. */
  shutThose(tenants: ReadonlySet<string>): number {
    return this.#shutQuiet(({ tenant }) => tenants.has(tenant));
  }

  /** Shut all for good. */
  close(): void {
    for (const db of this.#open) db.close();
    this.#open.clear();
  }

  #shutQuiet(goes: (db: TenantDb) => boolean): number {
    const idle = [...this.#open].filter((db) => !db.isBusy && goes(db));
    for (const db of idle) this.#shut(db);
    if (idle.length > 0) noteIdle();
    return idle.length;
  }

  #shut(db: TenantDb): void {
    db.shut();
    this.#open.delete(db);
  }
}

function longestUnused(databases: Iterable<TenantDb>): TenantDb | undefined {
  const idle = [...databases].filter((db) => !db.isBusy);
  return idle.reduce<TenantDb | undefined>(
    (least, db) => (least && least.lastUse < db.lastUse ? least : db),
    undefined,
  );
}
