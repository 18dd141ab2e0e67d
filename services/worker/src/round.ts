import type { Ground } from "@guildhall/domain";

/** Something that comes to be due in a tenant now and then, at times that its own database knows. */
export interface Errand {
  /** When it is due next; undefined while nothing is. */
  whenDue(ground: Ground): Promise<number | undefined>;
  /** Do what is due. It may be stopped anywhere and done twice. */
  run(ground: Ground): Promise<unknown>;
  /** What is due again, once it was done, waits for so long. */
  readonly leastMs: number;
  /** What comes to be due without a word is seen by then, in a tenant that is in use. */
  readonly longestMs: number;
}

export interface RoundOptions {
  groundFor(tenant: string): Promise<Ground | undefined>;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** Soon, but not in the way of what is owed. */
const firstMs = 3000;
/** Words that come together are answered by one look. */
const wokenMs = 500;
const failedMs = 60_000;

/** A tenant that is tended, and when it is looked at next: after the look that is under way, where one is. */
interface Tended {
  at: number;
  timer: NodeJS.Timeout | undefined;
}

/** Runs one errand when it is due in each tenant that is tended here, never twice at once in the same. */
export class Round {
  readonly #errand: Errand;
  readonly #options: RoundOptions;
  readonly #tended = new Map<string, Tended>();
  readonly #looks = new Map<string, Promise<void>>();

  constructor(errand: Errand, options: RoundOptions) {
    this.#errand = errand;
    this.#options = options;
  }

  /** Take up what fell due while nobody looked. */
  begin(tenant: string): void {
    if (this.#tended.has(tenant)) return;
    this.#tended.set(tenant, { at: Number.POSITIVE_INFINITY, timer: undefined });
    this.#lookBy(tenant, this.#options.now() + firstMs);
  }

  /** Say that something may be due sooner than was known. */
  wake(tenant: string): void {
    this.#lookBy(tenant, this.#options.now() + wokenMs);
  }

  /** Look at a tenant no more, and wait for the look that is under way. */
  async end(tenant: string): Promise<void> {
    clearTimeout(this.#tended.get(tenant)?.timer);
    this.#tended.delete(tenant);
    await this.#looks.get(tenant);
  }

  isQuiet(tenant: string): boolean {
    return !this.#looks.has(tenant);
  }

  /** When a tenant has to be seen to next; where it stays in use it is seen to then. */
  async nextDue(ground: Ground): Promise<number | undefined> {
    const due = await this.#errand.whenDue(ground);
    if (due !== undefined) this.#lookBy(ground.tenant.id, due);
    return due;
  }

  #lookBy(tenant: string, at: number): void {
    const tended = this.#tended.get(tenant);
    if (!tended || tended.at <= at) return;
    tended.at = at;
    if (this.isQuiet(tenant)) this.#setTimer(tenant, tended);
  }

  #setTimer(tenant: string, tended: Tended): void {
    clearTimeout(tended.timer);
    const waitMs = Math.max(tended.at - this.#options.now(), 0);
    const look = () => {
      tended.at = Number.POSITIVE_INFINITY;
      this.#looks.set(tenant, this.#look(tenant));
    };
    tended.timer = setTimeout(look, Math.min(waitMs, this.#errand.longestMs)).unref();
  }

  async #look(tenant: string): Promise<void> {
    const { now, onError } = this.#options;
    const { leastMs, longestMs } = this.#errand;
    const next = await this.#see(tenant).catch((error) => {
      onError(error);
      return now() + Math.max(failedMs, leastMs);
    });
    this.#looks.delete(tenant);
    // It may have been given up meanwhile, and even taken up anew, or have been woken.
    const tended = this.#tended.get(tenant);
    if (!tended) return;
    tended.at = Math.min(tended.at, next ?? now() + longestMs);
    this.#setTimer(tenant, tended);
  }

  async #see(tenant: string): Promise<number | undefined> {
    const { whenDue, run, leastMs } = this.#errand;
    const { groundFor, now } = this.#options;
    const ground = await groundFor(tenant);
    if (!ground) return undefined;
    const due = await whenDue(ground);
    if (due === undefined || due > now()) return due;
    await run(ground);
    const next = await whenDue(ground);
    return next === undefined ? undefined : Math.max(next, now() + leastMs);
  }
}
