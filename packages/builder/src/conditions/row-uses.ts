import type { DraftDefinition, Mapping, PartPath, PartUse, Row } from "@guildhall/contract";
import { under } from "../path.ts";
import { stepIn, stepsIn } from "./step-in.ts";

/** The rows of a service's mappings that something is used in. */
export function rowsWith(
  { mappings = [] }: DraftDefinition,
  uses: (row: Row) => boolean,
): PartUse[] {
  return mappings.flatMap((mapping, at) => {
    const place = under("/mappings", stepIn("mappings", mappings, at));
    return rowsIn(mapping.rows, { place, mapping, target: "" }, uses);
  });
}

interface Inside {
  readonly place: PartPath;
  readonly mapping: Mapping;
  readonly target: string;
}

function rowsIn(rows: readonly Row[], inside: Inside, uses: (row: Row) => boolean): PartUse[] {
  const steps = stepsIn("rows", rows);
  return rows.flatMap((row, at): PartUse[] => {
    const place = under(inside.place, "rows", steps[at] ?? "");
    const target = inside.target === "" ? row.target : `${inside.target}/${row.target}`;
    const title = `${target} (${inside.mapping.connector})`;
    return [
      ...(uses(row) ? [{ at: place, kind: "mapping" as const, title }] : []),
      ...rowsIn(row.rows ?? [], { ...inside, place, target }, uses),
    ];
  });
}
