/** Where in a mapping something stands. A fault of the whole mapping, such as a missing root, has no row. */
export interface Place {
  /** The index of the row, or of the outermost row that it stands in. */
  readonly row: number | undefined;
  /** A JSON pointer into the mapping: `/rows/3/rows/0`. */
  readonly pointer: string;
  /** The target from the root of the document on. */
  readonly target: string;
}

/** The mapping as a whole. */
export const wholeMapping: Place = { row: undefined, pointer: "", target: "" };

/** Where a row stands: at an index of the mapping's rows, or of another row's. */
export function placeOf(outer: Place, index: number, target: string): Place {
  return {
    row: outer.row ?? index,
    pointer: `${outer.pointer}/rows/${index}`,
    target: outer.target === "" ? target : `${outer.target}/${target}`,
  };
}

/**
 * A mapping that cannot work, or cannot be applied to these answers.
 *
 * The reason is for the mapping's author and goes into logs, so it never holds an answer.
 */
export class MappingFault extends Error {
  readonly row: number | undefined;
  readonly pointer: string;
  readonly target: string;
  readonly reason: string;

  constructor(place: Place, reason: string) {
    super(`${[place.pointer, place.target].filter((part) => part !== "").join(" ")}: ${reason}`);
    this.name = "MappingFault";
    this.row = place.row;
    this.pointer = place.pointer;
    this.target = place.target;
    this.reason = reason;
  }
}

/** Run a check and keep the fault it throws, so that the checks after it run as well. */
export function collect<T>(faults: MappingFault[], check: () => T): T | undefined {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof MappingFault)) throw error;
    faults.push(error);
    return undefined;
  }
}

/** Takes a fault, for what is at fault to be left out; or throws it. */
export type Pardon = (fault: MappingFault) => void;

/** Write a part; leave it out where it is at fault and that is pardoned. */
export function pardoned<T>(pardon: Pardon | undefined, write: () => T): T | undefined {
  if (!pardon) return write();
  try {
    return write();
  } catch (error) {
    if (!(error instanceof MappingFault)) throw error;
    pardon(error);
    return undefined;
  }
}
