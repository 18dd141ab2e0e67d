import type { Errand } from "../round.ts";

/** An errand that does nothing but be due. */
export class FakeErrand implements Errand {
  readonly leastMs = 60_000;
  readonly longestMs = 3_600_000;
  due: number | undefined;
  /** When it is due once it was done. */
  next: number | undefined;
  fault: Error | undefined;
  runs = 0;
  /** How many were under way at once. */
  most = 0;
  #running = 0;
  #held: Promise<void> | undefined;

  constructor(due?: number) {
    this.due = due;
  }

  /** Have runs last until they are let go. */
  hold(): () => void {
    let letGo = () => {};
    this.#held = new Promise((resolve) => {
      letGo = resolve;
    });
    return letGo;
  }

  whenDue = async () => this.due;

  run = async () => {
    this.runs += 1;
    this.#running += 1;
    this.most = Math.max(this.most, this.#running);
    if (!this.fault) this.due = this.next;
    await this.#held;
    this.#running -= 1;
    if (this.fault) throw this.fault;
  };
}
