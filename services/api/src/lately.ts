/** What was seen lately, as much of it as there is room for; what came first goes first. */
export class Lately {
  readonly #forMs: number;
  readonly #most: number;
  readonly #until = new Map<string, number>();

  constructor({ forMs, most }: { readonly forMs: number; readonly most: number }) {
    this.#forMs = forMs;
    this.#most = most;
  }

  has(name: string): boolean {
    return (this.#until.get(name) ?? 0) > Date.now();
  }

  /** What is seen again and again is written down again at half time, not each time. */
  add(name: string): void {
    const now = Date.now();
    if ((this.#until.get(name) ?? 0) > now + this.#forMs / 2) return;
    this.#until.delete(name);
    this.#until.set(name, now + this.#forMs);
    for (const oldest of this.#until.keys()) {
      if (this.#until.size <= this.#most) return;
      this.#until.delete(oldest);
    }
  }

  remove(name: string): void {
    this.#until.delete(name);
  }
}
