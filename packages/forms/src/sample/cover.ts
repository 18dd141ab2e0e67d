import type { Drawn } from "./draw.ts";
import type { Pick } from "./texts.ts";

/** A question met on some road: the ways to answer it that were not tried, and how it was reached. */
interface Met {
  readonly untried: Set<number>;
  readonly unseen: Set<number>;
  readonly road: ReadonlyMap<string, number>;
}

/**
 * Chooses so that in the end every way to answer every question was taken.
 *
 * Questions that conditions read steer the road. To come to a question again, they are answered as when it was
 * first met; all other questions go on to what they have not tried.
 */
export class Cover {
  readonly #met = new Map<string, Met>();
  readonly #steering: ReadonlySet<string>;
  readonly #pick: Pick;
  #steered = new Map<string, number>();
  #way: ReadonlyMap<string, number> = new Map();

  constructor(steering: ReadonlySet<string>, pick: Pick) {
    this.#steering = steering;
    this.#pick = pick;
  }

  /** Make for a question that has something untried; false where there is none. */
  begin(): boolean {
    const next = [...this.#met.values()].find(({ untried }) => untried.size > 0);
    this.#way = next?.road ?? new Map();
    this.#steered = new Map();
    return next !== undefined;
  }

  choose(name: string, count: number): number {
    const met = this.#met.get(name) ?? this.#meet(name, count);
    const index = this.#way.get(name) ?? [...met.untried][0] ?? this.#pick(count);
    met.untried.delete(index);
    if (this.#steering.has(name)) this.#steered.set(name, index);
    return index;
  }

  /** Take note of a road's end; true where it showed something new. */
  settle({ chosen }: Drawn): boolean {
    let isNew = false;
    for (const [name, indexes] of chosen)
      for (const index of indexes) isNew = this.#met.get(name)?.unseen.delete(index) || isNew;
    return isNew;
  }

  #meet(name: string, count: number): Met {
    const all = Array.from({ length: count }, (_, index) => index);
    const met = { untried: new Set(all), unseen: new Set(all), road: new Map(this.#steered) };
    this.#met.set(name, met);
    return met;
  }
}
