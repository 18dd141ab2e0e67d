import type { Ground } from "../ground.ts";

const freshMs = 1000;
const most = 10_000;

/** What was found for each tenant within the last second, so that it is not looked up at every request. */
export class Fresh<T> {
  readonly #look: (ground: Ground, name: string) => Promise<T | undefined>;
  readonly #onFound: (ground: Ground, value: T) => void;
  readonly #kept = new WeakMap<object, Map<string, { value: T; until: number }>>();

  constructor(
    look: (ground: Ground, name: string) => Promise<T | undefined>,
    onFound: (ground: Ground, value: T) => void = () => undefined,
  ) {
    this.#look = look;
    this.#onFound = onFound;
  }

  known(ground: Ground, name: string): T | undefined {
    const kept = this.#kept.get(ground.keys)?.get(name);
    const left = kept ? kept.until - ground.now() : 0;
    // More than a second left is a clock that was set back, which must not lengthen what was found.
    return left > 0 && left <= freshMs ? kept?.value : undefined;
  }

  /** Nothing that was not found is kept, so that what is made next is found at once. */
  async find(ground: Ground, name: string): Promise<T | undefined> {
    const known = this.known(ground, name);
    if (known) return known;
    // From before the look: what was changed during it is seen a second after it was changed.
    const until = ground.now() + freshMs;
    const value = await this.#look(ground, name);
    this.#keep(ground, name, value && { value, until });
    if (value) this.#onFound(ground, value);
    return value;
  }

  #keep(ground: Ground, name: string, kept: { value: T; until: number } | undefined): void {
    const all = this.#kept.get(ground.keys) ?? new Map<string, { value: T; until: number }>();
    this.#kept.set(ground.keys, all);
    all.delete(name);
    if (kept) all.set(name, kept);
    for (const oldest of all.keys()) {
      if (all.size <= most) return;
      all.delete(oldest);
    }
  }
}
