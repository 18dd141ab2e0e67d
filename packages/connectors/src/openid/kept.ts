const lifeMs = 3_600_000;

/** A value that is fetched at the first need, kept for an hour, and shared by all who wait for it. A failure is not kept. */
export class Kept<T> {
  readonly #fetch: () => Promise<T>;
  readonly #now: () => number;
  #value: Promise<T> | undefined;
  #until = 0;

  constructor(fetch: () => Promise<T>, now: () => number = Date.now) {
    this.#fetch = fetch;
    this.#now = now;
  }

  value(): Promise<T> {
    if (this.#value && this.#now() < this.#until) return this.#value;
    const value = this.#fetch();
    this.#value = value;
    this.#until = this.#now() + lifeMs;
    value.catch(() => {
      if (this.#value === value) this.#value = undefined;
    });
    return value;
  }
}
