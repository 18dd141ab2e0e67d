import { median } from "./statistics.ts";

/** One system measured once: figures by name. */
export interface Measure {
  readonly name: string;
  /** Measure for this share of the time that it takes otherwise, such as to warm up. */
  run(share: number): Promise<Readonly<Record<string, number>>>;
}

/** What each round gave, by the name of the figure. */
export type Series = ReadonlyMap<string, readonly number[]>;

/**
 * Measure every system once in each round, the order turned from round to round.
 *
 * On a machine that others use too, only what was measured in the same round can be compared.
 */
export async function interleaved(
  measures: readonly Measure[],
  rounds: number,
  say: (sentence: string) => void,
): Promise<Series> {
  const series = new Map<string, number[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, run } of turned(measures, round)) {
      const figures = await run(1);
      for (const [figure, value] of Object.entries(figures))
        series.set(figure, [...(series.get(figure) ?? []), value]);
      say(`  ${round + 1}/${rounds}  ${name}: ${shown(figures)}`);
    }
  }
  return series;
}

/** The median over the rounds. Throws when the figure was not measured. */
export function medianOf(series: Series, figure: string): number {
  return median(series.get(figure) ?? []);
}

/** The median of the rounds' own ratios, or null where one of the two was not measured. */
export function ratioOf(series: Series, over: string, under: string): number | null {
  const numerators = series.get(over);
  const denominators = series.get(under);
  if (!numerators || !denominators) return null;
  return median(numerators.map((value, round) => value / (denominators[round] ?? Number.NaN)));
}

function turned<T>(list: readonly T[], by: number): T[] {
  const at = by % Math.max(list.length, 1);
  return [...list.slice(at), ...list.slice(0, at)];
}

function shown(figures: Readonly<Record<string, number>>): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name} ${value.toFixed(value < 100 ? 1 : 0)}`)
    .join(", ");
}
