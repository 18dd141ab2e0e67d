import type { KeptTarget, TargetField } from "@guildhall/contract";
import type { TargetRow } from "@guildhall/store";
import { instant } from "../process/present.ts";
import { presentShape } from "../target/present.ts";

/** A target whole, as a folder keeps it. */
export function keptOf(row: TargetRow, fields: readonly TargetField[]): KeptTarget {
  const { id, name, source, readAt } = row;
  return { id, name, source, ...presentShape(row), readAt: instant(readAt), fields: [...fields] };
}

/** The same as it is stored. */
export function rowOf({ root, namespaces, fields, readAt, ...target }: KeptTarget): TargetRow {
  return {
    ...target,
    root: root ?? null,
    namespaces: namespaces ?? null,
    fieldCount: fields.length,
    requiredCount: fields.filter(({ required }) => required).length,
    readAt: Date.parse(readAt),
  };
}
