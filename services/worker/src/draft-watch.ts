import { asPlatform, type Ground, tendDrafts, whenDraftsDue } from "@guildhall/domain";

export interface DraftWatchOptions {
  groundFor(tenant: string): Promise<Ground | undefined>;
  /** Delete the bytes of a file. */
  readonly removeFile: (place: string) => Promise<void>;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** Soon, but not in the way of what is owed. */
const firstMs = 5000;
const againMs = 60_000;
/** What is begun meanwhile is seen at the latest then. */
const longestSleepMs = 60 * 60_000;

/** Erases drafts that are over and reminds their owners, in each tenant that is tended here. */
export class DraftWatch {
  readonly #options: DraftWatchOptions;
  /** The tenants that are tended, each with its next look. */
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #busy = new Set<string>();

  constructor(options: DraftWatchOptions) {
    this.#options = options;
  }

  /** Take up what fell due while nobody looked. */
  begin(tenant: string): void {
    if (!this.#timers.has(tenant)) this.#sleep(tenant, firstMs);
  }

  /** Look at a tenant no more. */
  end(tenant: string): void {
    clearTimeout(this.#timers.get(tenant));
    this.#timers.delete(tenant);
  }

  /** Whether nothing is done for a tenant at this moment. */
  isQuiet(tenant: string): boolean {
    return !this.#busy.has(tenant);
  }

  /** When a tenant has to be seen to next, as far as there are drafts. */
  async nextDue(tenant: string): Promise<number | undefined> {
    const ground = await this.#options.groundFor(tenant);
    return ground && whenDraftsDue(asPlatform(ground));
  }

  /** See to a tenant's drafts now; give when they are due next. */
  async look(tenant: string): Promise<number | undefined> {
    const ground = await this.#options.groundFor(tenant);
    if (!ground) return undefined;
    const ctx = asPlatform(ground);
    const due = await whenDraftsDue(ctx);
    if (due === undefined || due > ctx.now()) return due;
    await tendDrafts(ctx, this.#options.removeFile);
    return whenDraftsDue(ctx);
  }

  #sleep(tenant: string, ms: number): void {
    const timer = setTimeout(() => this.#round(tenant), ms);
    this.#timers.set(tenant, timer.unref());
  }

  async #round(tenant: string): Promise<void> {
    const { now, onError } = this.#options;
    const own = this.#timers.get(tenant);
    this.#busy.add(tenant);
    const next = await this.look(tenant).catch(onError);
    this.#busy.delete(tenant);
    // It may have been given up meanwhile, and taken up anew with a timer of its own.
    if (own === undefined || this.#timers.get(tenant) !== own) return;
    const waitMs = next === undefined ? longestSleepMs : next - now();
    this.#sleep(tenant, Math.min(Math.max(waitMs, againMs), longestSleepMs));
  }
}
