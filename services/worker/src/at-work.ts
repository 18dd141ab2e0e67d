import type { Store } from "@guildhall/store";
import { Places } from "./places.ts";

export interface AtWorkOptions {
  /** Opened with `node`. */
  readonly store: Store;
  /** Do what is due for a tenant, now and from now on; what a predecessor left is taken over. */
  begin(tenant: string): Promise<void>;
  /** Do nothing more for a tenant, wait for what is under way, and forget it. */
  end(tenant: string): Promise<void> | void;
  /** Whether nothing is under way for a tenant. */
  isQuiet(tenant: string): boolean;
  /** Let nothing more in for a tenant that is about to be given back, and wait for what is under way. */
  readonly leave?: ((tenant: string) => Promise<void>) | undefined;
  /** When a tenant has to be seen to next; undefined when nothing is due. Asked before `end`. */
  nextDue(tenant: string): Promise<number | undefined>;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

const beginningAtOnce = 8;
const beginAgainMs = 10_000;
/** What is due sooner than this is not worth shutting a tenant for. */
export const restsAtLeastMs = 60_000;

/**
 * The tenants that are being worked for.
 *
 * A tenant's steps follow one another, so it never begins before its last end. A tenant that rests is held without
 * being open; what is written for it wakes it, and the directory knows of that first.
 */
export class AtWork {
  readonly #options: AtWorkOptions;
  /** Since when each tenant is worked for. */
  readonly #begun = new Map<string, number>();
  readonly #last = new Map<string, Promise<void>>();
  readonly #notBefore = new Map<string, number>();
  readonly #places = new Places(beginningAtOnce);

  constructor(options: AtWorkOptions) {
    this.#options = options;
  }

  isBegun(tenant: string): boolean {
    return this.#begun.has(tenant);
  }

  /** Whether a tenant has been worked for so long, is quiet and unused. */
  isIdle(tenant: string, forMs: number): boolean {
    const { store, isQuiet, now } = this.#options;
    const since = this.#begun.get(tenant);
    if (since === undefined || now() - since < forMs || !isQuiet(tenant)) return false;
    return store.isUnused(tenant, forMs);
  }

  /** Begin a tenant that this node holds and that has to be looked at. */
  begin(tenant: string): Promise<void> {
    const { store, now } = this.#options;
    return this.#next(tenant, async () => {
      const isDue = (this.#notBefore.get(tenant) ?? 0) <= now();
      if (this.#begun.has(tenant) || !isDue || !store.leases.isAwake(tenant)) return;
      await this.#places.with(() => this.#begin(tenant));
    });
  }

  /** End a tenant that is another's from now on. */
  end(tenant: string): Promise<void> {
    return this.#next(tenant, () => this.#end(tenant));
  }

  /** Let a tenant rest until it is next due, unless that is soon or it is used again. */
  rest(tenant: string): Promise<void> {
    return this.#next(tenant, async () => {
      const { store, nextDue, now } = this.#options;
      const rests = await store.rest(tenant, async () => {
        const at = await nextDue(tenant);
        return at !== undefined && at < now() + restsAtLeastMs ? 0 : at;
      });
      if (rests) await this.#end(tenant);
      // Woken meanwhile: it was told so before it had ended.
      if (rests && store.leases.isAwake(tenant)) await this.#begin(tenant);
    });
  }

  /** End a tenant that is handed over; where all of it is quiet, the directory says when it is next due. */
  handOver(tenant: string): Promise<void> {
    return this.#next(tenant, async () => {
      const { store, leave, isQuiet, nextDue, onError } = this.#options;
      await leave?.(tenant);
      if (!this.#begun.has(tenant)) return;
      if (isQuiet(tenant)) await store.rest(tenant, () => nextDue(tenant)).catch(onError);
      await this.#end(tenant);
    });
  }

  async #begin(tenant: string): Promise<void> {
    const { begin, now } = this.#options;
    this.#notBefore.set(tenant, now() + beginAgainMs);
    await begin(tenant);
    this.#notBefore.delete(tenant);
    this.#begun.set(tenant, now());
  }

  async #end(tenant: string): Promise<void> {
    this.#notBefore.delete(tenant);
    if (this.#begun.delete(tenant)) await this.#options.end(tenant);
  }

  #next(tenant: string, step: () => Promise<void>): Promise<void> {
    const before = this.#last.get(tenant) ?? Promise.resolve();
    const mine = before.then(step).catch(this.#options.onError);
    this.#last.set(tenant, mine);
    return mine.finally(() => {
      if (this.#last.get(tenant) === mine) this.#last.delete(tenant);
    });
  }
}
