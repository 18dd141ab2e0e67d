import { setImmediate } from "node:timers/promises";

/** Make something of each thing of a folder, each in a turn of its own: others are served in between. */
export async function inTurns<T, R>(
  things: readonly T[],
  make: (thing: T) => Promise<R>,
): Promise<R[]> {
  const made: R[] = [];
  for (const thing of things) {
    await setImmediate();
    made.push(await make(thing));
  }
  return made;
}
