import type { Fact, Mapping, Row, Source } from "@guildhall/contract";

/** What a mapping needs beside the answers. */
export interface Uses {
  readonly facts: readonly Fact[];
  readonly datasets: readonly string[];
  /** The names of the connector's code lists. */
  readonly codes: readonly string[];
}

const known = new WeakMap<Mapping, Uses>();

/** Name the facts, datasets and code lists that a mapping needs; found out once for each. */
export function usesOf(mapping: Mapping): Uses {
  const found = known.get(mapping) ?? {
    facts: distinct(mapping.rows, factsIn),
    datasets: distinct(mapping.rows, datasetsIn),
    codes: distinct(mapping.rows, codesIn),
  };
  known.set(mapping, found);
  return found;
}

function distinct<T>(rows: readonly Row[], namesIn: (row: Row) => readonly T[]): T[] {
  return [...new Set(everyRow(rows).flatMap(namesIn))];
}

function everyRow(rows: readonly Row[]): Row[] {
  return rows.flatMap((row) => [row, ...everyRow(row.rows ?? [])]);
}

function factsIn({ from }: Row): Fact[] {
  return sourcesIn(from).flatMap((one) => ("fact" in one ? one.fact : []));
}

function datasetsIn({ from }: Row): string[] {
  return sourcesIn(from).flatMap((one) => ("dataset" in one ? one.dataset : []));
}

/** A source with those that it is made of. */
function sourcesIn(source: Source | undefined): Source[] {
  if (!source) return [];
  if ("join" in source) return source.join.flatMap(sourcesIn);
  return "dataset" in source ? [source, source.row] : [source];
}

function codesIn({ change = [] }: Row): string[] {
  return change.flatMap((one) => (typeof one === "object" && "code" in one ? one.code : []));
}
