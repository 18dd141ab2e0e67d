import { type Errand, Round, type RoundOptions } from "./round.ts";

/**
 * Sees to every errand in each tenant that is tended here, and keeps none open for it.
 *
 * Each errand has a round of its own, so that one that is slow or fails keeps no other waiting.
 */
export class TenantRounds {
  readonly #options: RoundOptions;
  readonly #rounds: Round[] = [];

  constructor(options: RoundOptions) {
    this.#options = options;
  }

  /** Run these as well, in the tenants that are begun with from now on. */
  add(...errands: readonly Errand[]): void {
    this.#rounds.push(...errands.map((errand) => new Round(errand, this.#options)));
  }

  begin(tenant: string): void {
    for (const round of this.#rounds) round.begin(tenant);
  }

  /** Say that something may be due in a tenant sooner than was known; of one that is not tended here it means nothing. */
  wake(tenant: string): void {
    for (const round of this.#rounds) round.wake(tenant);
  }

  /** Look at a tenant no more, and wait for what is under way. */
  async end(tenant: string): Promise<void> {
    await Promise.all(this.#rounds.map((round) => round.end(tenant)));
  }

  /** Whether nothing is done for a tenant at this moment. */
  isQuiet(tenant: string): boolean {
    return this.#rounds.every((round) => round.isQuiet(tenant));
  }

  /** When a tenant has to be seen to next. */
  async nextDue(tenant: string): Promise<number | undefined> {
    const ground = await this.#options.groundFor(tenant);
    if (!ground) return undefined;
    const dues: number[] = [];
    for (const round of this.#rounds) dues.push((await round.nextDue(ground)) ?? never);
    const next = Math.min(...dues);
    return next === never ? undefined : next;
  }
}

const never = Number.POSITIVE_INFINITY;
