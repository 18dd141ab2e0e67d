/** The middle value, or the mean of the two in the middle. Throws when there is none. */
export function median(values: readonly number[]): number {
  const sorted = ascending(values);
  const middle = (sorted.length - 1) / 2;
  const low = sorted[Math.floor(middle)];
  const high = sorted[Math.ceil(middle)];
  if (low === undefined || high === undefined)
    throw new RangeError("No values to take a median of");
  return (low + high) / 2;
}

/** The least value that `percent` of all values do not exceed. Throws when there is none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = ascending(values);
  const value = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
  if (value === undefined) throw new RangeError("No values to take a percentile of");
  return value;
}

/** The two points of a distribution of latencies that the bench speaks of. */
export interface Latency {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export function latencyOf(valuesMs: readonly number[]): Latency {
  return { p50Ms: percentile(valuesMs, 50), p99Ms: percentile(valuesMs, 99) };
}

function ascending(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

/** How long it takes until somebody hears of something: as it is mostly, and at worst. */
export interface Heard {
  readonly medianMs: number;
  readonly worstMs: number;
}
