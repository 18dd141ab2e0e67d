import { setImmediate } from "node:timers/promises";

/** Make something of each in a turn of its own: all together take seconds, in which others are to be served. */
export async function inTurns<T, R>(
  things: readonly T[],
  make: (thing: T) => R | undefined,
): Promise<R[]> {
  const made: R[] = [];
  for (const thing of things) {
    await setImmediate();
    const one = make(thing);
    if (one !== undefined) made.push(one);
  }
  return made;
}
