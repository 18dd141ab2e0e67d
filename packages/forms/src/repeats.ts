/** The things whose key another before them has. */
export function repeats<T>(things: readonly T[], key: (thing: T) => string): T[] {
  const seen = new Set<string>();
  return things.filter((thing) => seen.size === seen.add(key(thing)).size);
}
