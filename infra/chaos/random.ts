/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Draw one of these by its share; what is left over of 1 is undefined. */
export function draw<T extends string>(
  random: () => number,
  shares: Readonly<Record<T, number>>,
): T | undefined {
  let left = random();
  for (const name of Object.keys(shares) as T[]) {
    left -= shares[name];
    if (left < 0) return name;
  }
  return undefined;
}
