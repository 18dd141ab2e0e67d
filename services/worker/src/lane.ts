import { UnderWay } from "./under-way.ts";

/** What a lane is given before it is known how many calls its connector may get at once. */
const roomUntilKnown = 8;

/** One lane of a tenant: what it has under way, how much more it may be given, and when it waits for something. */
export class Lane {
  readonly kind: string;
  readonly underWay: UnderWay;
  readonly #now: () => number;
  readonly #most: number;
  #size: number;
  /** Places taken for rows that are not stored yet. */
  reserved = 0;
  /** When something is due in it. */
  dueAt = Number.POSITIVE_INFINITY;
  /** Until when it is handed nothing, since its connector is not spoken to. */
  restUntil = 0;

  constructor(name: string, now: () => number, window: number) {
    const [kind = name] = name.split("/");
    const isConnector = kind !== name;
    this.kind = kind;
    this.underWay = new UnderWay(now);
    this.#now = now;
    // No connector takes all that a tenant may have under way: another finds room beside it.
    this.#most = isConnector ? Math.ceil(window * 0.75) : window;
    this.#size = isConnector ? Math.min(roomUntilKnown, this.#most) : window;
  }

  /**
   * Learn how many calls the connector may get at once, and have twice as many under way from now on: there is always
   * one ready when a call ends, and one that hangs holds no more than that.
   */
  learn(parallel: number): void {
    this.#size = Math.min(2 * parallel, this.#most);
  }

  get taken(): number {
    return this.underWay.count + this.reserved;
  }

  /** How many rows more it may be given now. */
  get room(): number {
    return this.rests ? 0 : this.#size - this.taken;
  }

  /** How much room makes a claim worth while: rows are claimed together. */
  get worthwhile(): number {
    return Math.max(1, Math.floor(this.#size / 2));
  }

  get rests(): boolean {
    return this.restUntil > this.#now();
  }

  /** Whether something is due in it. */
  get waits(): boolean {
    return this.dueAt <= this.#now();
  }

  setDue(at: number): void {
    this.dueAt = Math.min(this.dueAt, at);
  }
}
