/** A clock that stands still until it is moved. It begins on a Thursday before a bank holiday, at ten in London. */
export class Clock {
  #at = Date.UTC(2025, 4, 22, 9);

  /** As a function of its own, since that is what verbs are given. */
  readonly now = (): number => this.#at;

  move(ms: number): void {
    this.#at += ms;
  }
}

/** Give the bytes of 1, 2, 3, … in turn, so that ids and references are counted and still well-formed. */
export function countedBytes(): (length: number) => Uint8Array {
  let count = 0;
  return (length) => {
    count += 1;
    let rest = count;
    const bytes = new Uint8Array(length);
    for (let at = length - 1; at >= 0 && rest > 0; at -= 1) {
      bytes[at] = rest % digits;
      rest = Math.floor(rest / digits);
    }
    return bytes;
  };
}

/** As many as a reference has letters, so that no two counts are spelt alike. */
const digits = 31;
