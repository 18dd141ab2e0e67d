import type { Figure } from "@guildhall/contract";
import type { EndedCount } from "@guildhall/store";

/** The numbers of one row, while they are added up. */
export class Tally {
  #received = 0;
  #done = 0;
  #late = 0;
  #chased: number | undefined;
  readonly #byDays = new Map<number, number>();

  addReceived(count: number): void {
    this.#received += count;
  }

  addEnded({ workingDays, isLate, count }: EndedCount): void {
    this.#done += count;
    if (isLate) this.#late += count;
    if (workingDays === null) return;
    this.#byDays.set(workingDays, (this.#byDays.get(workingDays) ?? 0) + count);
  }

  /** Contacts are told of where they were looked for. */
  addChased(count: number): void {
    this.#chased = (this.#chased ?? 0) + count;
  }

  get figures(): Omit<Figure, "group" | "of" | "title"> {
    const median = this.#within(0.5);
    const ninetieth = this.#within(0.9);
    return {
      received: this.#received,
      done: this.#done,
      late: this.#late,
      ...(median === undefined ? {} : { medianWorkingDays: median }),
      ...(ninetieth === undefined ? {} : { ninetiethWorkingDays: ninetieth }),
      ...(this.#chased === undefined ? {} : { chased: this.#chased }),
    };
  }

  /** The fewest working days within which this part of those done was done. */
  #within(part: number): number | undefined {
    const all = [...this.#byDays].toSorted(([one], [other]) => one - other);
    const wanted = part * all.reduce((sum, [, count]) => sum + count, 0);
    let reached = 0;
    return all.find(([, count]) => {
      reached += count;
      return reached >= wanted;
    })?.[0];
  }
}
