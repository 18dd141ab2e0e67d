/** What is done by whoever has waited too long for a place. */
export interface Late<T> {
  readonly afterMs: number;
  instead(): Promise<T>;
}

/** A number of places: whoever comes when all are taken waits for one, in order. */
export class Places {
  #free: number;
  readonly #waiting = new Set<() => void>();

  constructor(count: number) {
    this.#free = count;
  }

  /** Run a call once there is a place for it, or what is done instead when there was none for so long. */
  async with<T>(call: () => Promise<T>, late?: Late<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else if (!(await this.#turn(late?.afterMs))) return late ? late.instead() : call();
    try {
      return await call();
    } finally {
      const [next] = this.#waiting;
      if (next) next();
      else this.#free += 1;
    }
  }

  /** Wait for a place; false when none came free in time. */
  #turn(mostMs: number | undefined): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (isFree: boolean) => {
        this.#waiting.delete(begin);
        clearTimeout(timer);
        resolve(isFree);
      };
      const begin = () => end(true);
      const timer = mostMs === undefined ? undefined : setTimeout(() => end(false), mostMs);
      this.#waiting.add(begin);
    });
  }
}
