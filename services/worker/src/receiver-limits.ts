/** What a receiver of calls is allowed at once, and how it has fared. */
interface Allowance {
  running: number;
  failures: number;
  /** How long a call takes, as lately seen. */
  averageMs: number;
  /** Until when it is left alone after failing again and again. */
  restUntil: number;
  /** When the last of those that were put off has its turn. */
  lastTurn: number;
}

export interface ReceiverLimitsOptions {
  readonly now: () => number;
  readonly random?: () => number;
  /** How many calls one receiver may get at once. */
  readonly each?: number;
  /** How many calls all receivers of one tenant may get at once. */
  readonly all?: number;
  /** From how many on those are forgotten that were not called lately. */
  readonly known?: number;
}

const firstRestMs = 5_000;
const longestWaitMs = 5 * 60_000;
const failuresBeforeRest = 3;

/**
 * Says who may call which receiver now, so that one that hangs stops nobody but itself.
 *
 * Nobody waits here: whoever finds no place is told how long to put itself off, each a little longer than the one
 * before, so that a long queue neither holds places of the relay nor comes back all at once. A receiver that fails
 * is called one at a time, and after that rests; a call that succeeds ends both.
 */
export class ReceiverLimits {
  readonly #options: Required<ReceiverLimitsOptions>;
  readonly #allowances = new Map<string, Allowance>();

  constructor({
    now,
    random = Math.random,
    each = 4,
    all = 16,
    known = 10_000,
  }: ReceiverLimitsOptions) {
    this.#options = { now, random, each, all, known };
  }

  /**
   * Run a call if there is a place for it; else give the milliseconds to put it off.
   *
   * An `urgent` one does not wait for a rest to end. The call says whether the receiver took it.
   */
  async run<T extends { readonly ok: boolean }>(
    { tenant, receiver, urgent }: { tenant: string; receiver: string; urgent: boolean },
    call: () => Promise<T>,
  ): Promise<T | { readonly putOffMs: number }> {
    if (this.#allowances.size >= this.#options.known) this.#forget();
    const whole = this.#allowance(tenant);
    const allowance = this.#allowance(`${tenant}/${receiver}`);
    const rests = allowance.restUntil > this.#options.now() && !urgent;
    const most = allowance.failures > 0 ? 1 : this.#options.each;
    if (rests || allowance.running >= most) return { putOffMs: this.#putOff(allowance, most) };
    if (whole.running >= this.#options.all)
      return { putOffMs: this.#putOff(whole, this.#options.all) };
    return this.#occupy([whole, allowance], call);
  }

  async #occupy<T extends { readonly ok: boolean }>(
    [whole, allowance]: [Allowance, Allowance],
    call: () => Promise<T>,
  ): Promise<T> {
    const begun = this.#options.now();
    for (const one of [whole, allowance]) one.running += 1;
    let ok = false;
    try {
      const ended = await call();
      ok = ended.ok;
      return ended;
    } finally {
      const ms = this.#options.now() - begun;
      for (const one of [whole, allowance]) {
        one.running -= 1;
        one.averageMs = one.averageMs * 0.8 + ms * 0.2;
      }
      this.#judge(allowance, ok);
    }
  }

  #judge(allowance: Allowance, ok: boolean): void {
    allowance.failures = ok ? 0 : allowance.failures + 1;
    const excess = allowance.failures - failuresBeforeRest;
    const restMs = excess < 0 ? 0 : Math.min(firstRestMs * 2 ** excess, longestWaitMs);
    allowance.restUntil = this.#options.now() + restMs;
    if (ok) allowance.lastTurn = 0;
  }

  /** The next turn after all that were put off before, five minutes at most; drawn, where that many wait. */
  #putOff(allowance: Allowance, most: number): number {
    const now = this.#options.now();
    const turn =
      Math.max(now, allowance.restUntil, allowance.lastTurn) +
      Math.max(allowance.averageMs / most, 1);
    allowance.lastTurn = Math.min(turn, now + longestWaitMs);
    if (turn <= now + longestWaitMs) return Math.ceil(turn - now);
    return Math.ceil(longestWaitMs * (0.5 + this.#options.random() / 2));
  }

  #allowance(name: string): Allowance {
    const known = this.#allowances.get(name);
    if (known) return known;
    const fresh = { running: 0, failures: 0, averageMs: 1000, restUntil: 0, lastTurn: 0 };
    this.#allowances.set(name, fresh);
    return fresh;
  }

  /** Forget whoever was not called for a while and is not to be left alone: subscribers come and go. */
  #forget(): void {
    const lately = this.#options.now() - longestWaitMs;
    for (const [name, { running, restUntil, lastTurn }] of this.#allowances)
      if (running === 0 && Math.max(restUntil, lastTurn) <= lately) this.#allowances.delete(name);
  }
}
