import { asPlatform, type Ground, publishDue, whenPublicationDue } from "@guildhall/domain";

export interface PublicationWatchOptions {
  groundFor(tenant: string): Promise<Ground | undefined>;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** Soon, but not in the way of what is owed. */
const firstMs = 3000;
/** What is given a time meanwhile is seen by then: long enough for a tenant that nobody uses to come to rest. */
const longestSleepMs = 90_000;

/** Has services go live at their times, in each tenant that is tended here. */
export class PublicationWatch {
  readonly #options: PublicationWatchOptions;
  /** The tenants that are tended, each with its next look. */
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #busy = new Set<string>();

  constructor(options: PublicationWatchOptions) {
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

  /** When something goes live in a tenant next. */
  async nextDue(tenant: string): Promise<number | undefined> {
    const ground = await this.#options.groundFor(tenant);
    return ground && whenPublicationDue(asPlatform(ground));
  }

  #sleep(tenant: string, ms: number): void {
    const wait = Math.min(Math.max(ms, 0), longestSleepMs);
    const timer = setTimeout(() => this.#round(tenant), wait);
    this.#timers.set(tenant, timer.unref());
  }

  async #round(tenant: string): Promise<void> {
    const { now, onError } = this.#options;
    const own = this.#timers.get(tenant);
    this.#busy.add(tenant);
    const next = await this.#look(tenant).catch((error) => {
      onError(error);
      return undefined;
    });
    this.#busy.delete(tenant);
    // It may have been given up meanwhile, and taken up anew with a timer of its own.
    if (own !== undefined && this.#timers.get(tenant) === own)
      this.#sleep(tenant, next === undefined ? longestSleepMs : next - now());
  }

  async #look(tenant: string): Promise<number | undefined> {
    const ground = await this.#options.groundFor(tenant);
    if (!ground) return undefined;
    const ctx = asPlatform(ground);
    await publishDue(ctx, this.#options.onError);
    return whenPublicationDue(ctx);
  }
}
