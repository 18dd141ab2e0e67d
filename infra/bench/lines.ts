/** A line of the table: a figure in words, and what it is held to. */
export interface Line {
  readonly name: string;
  readonly value: number | null | undefined;
  readonly unit: string;
  readonly limit?: Limit;
}

export type Limit = { readonly atLeast: number } | { readonly atMost: number };

/** A figure that is held to a limit. */
export function line(name: string, value: Line["value"], unit: string, limit: Limit): Line {
  return { name, value, unit, limit };
}

/** Whether a figure keeps its limit; undefined when it has none or was not measured. */
export function keeps({ value, limit }: Line): boolean | undefined {
  if (limit === undefined || value === null || value === undefined) return undefined;
  return "atLeast" in limit ? value >= limit.atLeast : value <= limit.atMost;
}

/** The figures as they are printed: rounded to what they can bear. */
export function rounded<Figures extends object>(figures: Figures): Figures {
  const text = JSON.stringify(figures, (_key, value) =>
    typeof value === "number" ? round(value) : value,
  );
  return JSON.parse(text) as Figures;
}

function round(value: number): number {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3;
  return Number(value.toFixed(digits));
}
