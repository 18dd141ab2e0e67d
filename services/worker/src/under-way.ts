import type { Ticket } from "@guildhall/contract";

type Claim = Pick<Ticket, "id" | "generation">;

/** The tickets of one lane that are handed over and have not had their turn; one that was lost counts until its claim ends. */
export class UnderWay {
  readonly #now: () => number;
  /** When each ticket's claim ends, in the order they were handed over. */
  readonly #ends = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  add(ticket: Claim, until: number): void {
    this.#ends.set(keyOf(ticket), until);
  }

  /** False when it was not under way. */
  remove(ticket: Claim): boolean {
    return this.#ends.delete(keyOf(ticket));
  }

  /** How many are under way now. */
  get count(): number {
    for (const [key, end] of this.#ends) {
      if (end > this.#now()) break;
      this.#ends.delete(key);
    }
    return this.#ends.size;
  }

  /** When the oldest claim ends. */
  get firstEnd(): number {
    const [end = Number.POSITIVE_INFINITY] = this.#ends.values();
    return end;
  }
}

function keyOf({ id, generation }: Claim): string {
  return `${id} ${generation}`;
}
