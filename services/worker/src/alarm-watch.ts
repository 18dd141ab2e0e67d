import { type Ground, type Watching, watchAlarms, whenNextWatch } from "@guildhall/domain";

export interface AlarmWatchOptions extends Watching {
  groundFor(tenant: string): Promise<Ground | undefined>;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** Soon, but not in the way of what is owed. */
const firstMs = 2000;
const againMs = 60_000;
/** What begins meanwhile, such as a breaker that opens, is seen at the latest then. */
const longestSleepMs = 15 * 60_000;

/** Sees to what waits for a person in each tenant that is tended here, at the times that it asks for. */
export class AlarmWatch {
  readonly #options: AlarmWatchOptions;
  /** The tenants that are tended, each with its next look. */
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #busy = new Set<string>();

  constructor(options: AlarmWatchOptions) {
    this.#options = options;
  }

  /** Take up what a predecessor left. */
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

  /** When a tenant has to be looked at next. */
  async nextDue(tenant: string): Promise<number | undefined> {
    const ground = await this.#options.groundFor(tenant);
    return ground && whenNextWatch(ground);
  }

  stop(): void {
    for (const tenant of [...this.#timers.keys()]) this.end(tenant);
  }

  #sleep(tenant: string, ms: number): void {
    const wait = Math.min(Math.max(ms, firstMs), longestSleepMs);
    const timer = setTimeout(() => this.#round(tenant), wait);
    this.#timers.set(tenant, timer.unref());
  }

  async #round(tenant: string): Promise<void> {
    const own = this.#timers.get(tenant);
    this.#busy.add(tenant);
    const next = await this.#look(tenant).catch((error) => {
      this.#options.onError(error);
      return this.#options.now() + againMs;
    });
    this.#busy.delete(tenant);
    // It may have been given up meanwhile, and taken up anew with a timer of its own.
    if (next !== undefined && own !== undefined && this.#timers.get(tenant) === own)
      this.#sleep(tenant, next - this.#options.now());
  }

  async #look(tenant: string): Promise<number | undefined> {
    const ground = await this.#options.groundFor(tenant);
    if (!ground) return undefined;
    await watchAlarms(ground, this.#options);
    return whenNextWatch(ground);
  }
}
