import type { Db } from "./db.ts";
import { findOwner, type Owner } from "./lease-rows.ts";
import { patiently } from "./patiently.ts";

const knownMs = 250;

/** Who holds each tenant, asked of the directory at most four times a second. */
export class Owners {
  readonly #directory: Db;
  readonly #now: () => number;
  readonly #known = new Map<string, { owner: Owner | undefined; at: number }>();

  constructor(directory: Db, now: () => number) {
    this.#directory = directory;
    this.#now = now;
  }

  async of(tenant: string): Promise<Owner | undefined> {
    const now = this.#now();
    const known = this.#known.get(tenant);
    const ends = Math.min((known?.at ?? 0) + knownMs, known?.owner?.until ?? Number.MAX_VALUE);
    if (known && now < ends) return known.owner;
    const owner = await patiently(() => findOwner(this.#directory, tenant, now));
    this.#known.set(tenant, { owner, at: now });
    return owner;
  }

  forget(tenant: string): void {
    this.#known.delete(tenant);
  }
}
