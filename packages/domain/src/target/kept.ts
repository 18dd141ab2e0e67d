const keptMs = 5 * 60_000;
const most = 50;

interface One<T> {
  readonly value: Promise<T>;
  readonly until: number;
}

/** Answers that are used again for some minutes, the latest of them. What failed or was not there is asked anew. */
export class Kept<T> {
  readonly #known = new Map<string, One<T>>();

  get(key: string, now: number, ask: () => Promise<T>): Promise<T> {
    const known = this.#known.get(key);
    if (known && known.until > now) return known.value;
    const value = ask();
    this.#known.delete(key);
    this.#known.set(key, { value, until: now + keptMs });
    const forget = () => {
      if (this.#known.get(key)?.value === value) this.#known.delete(key);
    };
    value.then((said) => said ?? forget(), forget);
    const [oldest] = this.#known.keys();
    if (this.#known.size > most && oldest !== undefined) this.#known.delete(oldest);
    return value;
  }
}
