/**
 * Does the same work for many, few at once and in turn.
 *
 * Who is wanted again before their turn has come has one turn, and who is wanted during it has another afterwards. The
 * work does not fail.
 */
export class Turns<T> {
  readonly #atOnce: number;
  readonly #work: (one: T) => Promise<void>;
  readonly #wanted = new Set<T>();
  readonly #underWay = new Set<T>();

  constructor(atOnce: number, work: (one: T) => Promise<void>) {
    this.#atOnce = atOnce;
    this.#work = work;
  }

  want(one: T): void {
    this.#wanted.add(one);
    this.#goOn();
  }

  #goOn(): void {
    for (const one of this.#wanted) {
      if (this.#underWay.size >= this.#atOnce) return;
      if (this.#underWay.has(one)) continue;
      this.#wanted.delete(one);
      void this.#do(one);
    }
  }

  async #do(one: T): Promise<void> {
    this.#underWay.add(one);
    try {
      await this.#work(one);
    } finally {
      this.#underWay.delete(one);
      this.#goOn();
    }
  }
}
