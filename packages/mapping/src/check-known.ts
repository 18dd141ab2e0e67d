import type { Code, Mapping, Source } from "@guildhall/contract";
import { schemaPlace } from "./compile.ts";
import { MappingFault } from "./fault.ts";
import type { CodeLists } from "./field.ts";
import { isConstantRow, type PlacedRow, placedRows } from "./rows.ts";

/** What a mapping's service and tenant have for it. What is left out is not known, but for the location. */
export interface Known {
  /** The columns of each dataset. */
  readonly datasets?: ReadonlyMap<string, readonly string[]> | undefined;
  /** The code lists of the mapping's connector. */
  readonly codes?: ReadonlyMap<string, readonly Code[]> | undefined;
  readonly schemas?: ReadonlySet<string> | undefined;
  /** The service's question for where the trouble is; without it there is no fact `location`. */
  readonly location?: string | undefined;
}

/** Code lists to look texts up in, where they are known. */
export function codeLists({ codes }: Known): CodeLists | undefined {
  if (!codes) return undefined;
  const lists = new Map(
    [...codes].map(([name, list]) => [name, new Map(list.map(({ text, code }) => [text, code]))]),
  );
  return (name) => lists.get(name);
}

/** Collect what a mapping asks for and there is not. */
export function checkAgainstKnown(mapping: Mapping, known: Known, faults: MappingFault[]): void {
  const { schema, rows } = mapping;
  if (schema !== undefined && known.schemas && !known.schemas.has(schema)) {
    faults.push(new MappingFault(schemaPlace, `there is no schema set “${schema}”`));
  }
  for (const placed of placedRows(rows)) {
    const reasons = [...checkSources(placed, known), ...checkCodes(placed, known)];
    faults.push(...reasons.map((reason) => new MappingFault(placed.place, reason)));
  }
}

function checkSources({ row }: PlacedRow, known: Known): string[] {
  return allSources(row.from).flatMap((source) => {
    if ("dataset" in source) return checkDataset(source, known);
    const asksLocation = "fact" in source && source.fact === "location";
    return asksLocation && known.location === undefined
      ? ["the service does not say which question is its location"]
      : [];
  });
}

/** A source, with those that it is made of. */
export function allSources(source: Source | undefined): Source[] {
  if (!source) return [];
  if ("join" in source) return source.join.flatMap(allSources);
  return "dataset" in source ? [source, source.row] : [source];
}

function checkDataset(
  { dataset, column }: Extract<Source, { dataset: string }>,
  { datasets }: Known,
): string[] {
  if (!datasets) return [];
  const columns = datasets.get(dataset);
  if (!columns) return [`there is no dataset “${dataset}”`];
  return columns.includes(column) ? [] : [`the dataset “${dataset}” has no column “${column}”`];
}

/** A constant was looked up already. */
function checkCodes({ row }: PlacedRow, { codes }: Known): string[] {
  if (!codes || isConstantRow(row)) return [];
  return (row.change ?? []).flatMap((change) =>
    typeof change === "object" && "code" in change && !codes.has(change.code)
      ? [`there is no code list “${change.code}”`]
      : [],
  );
}
