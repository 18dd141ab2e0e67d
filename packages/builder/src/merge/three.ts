import type { Data } from "../data.ts";

/** One part as it was, as we have it and as they have it; undefined where it is not there. */
export interface Three<T = Data | undefined> {
  readonly base: T;
  readonly ours: T;
  readonly theirs: T;
}

export interface Conflict extends Three {
  readonly steps: readonly string[];
  /** The part itself, or only where it stands. */
  readonly about: "part" | "place";
}

/** What a merge finds out on its way. */
export interface Merging {
  readonly conflicts: Conflict[];
  /** Merge one part, whatever it is. */
  merge(three: Three, steps: readonly string[]): Data | undefined;
  /** Whether a part has to be as theirs. */
  isLocked(steps: readonly string[]): boolean;
  /** Whether something in a part has to be as theirs. */
  hasLocked(steps: readonly string[]): boolean;
}

export function mapThree<T, U>({ base, ours, theirs }: Three<T>, map: (one: T) => U): Three<U> {
  return { base: map(base), ours: map(ours), theirs: map(theirs) };
}

export function listOf<T>({ base, ours, theirs }: Three<T>): [T, T, T] {
  return [base, ours, theirs];
}
