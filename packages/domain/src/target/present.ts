import type { Target } from "@guildhall/contract";
import type { ReadTarget } from "@guildhall/mapping";
import type { TargetRow } from "@guildhall/store";
import { instant } from "../process/present.ts";

/** What is said of a shape wherever it is from. */
export function presentShape({
  format,
  root,
  namespaces,
  remarks,
}: Pick<TargetRow, "format" | "root" | "namespaces" | "remarks">): Pick<
  Target,
  "format" | "root" | "namespaces" | "remarks"
> {
  return {
    format,
    ...(root !== null && { root }),
    ...(namespaces !== null && { namespaces: { ...namespaces } }),
    remarks: [...remarks],
  };
}

export function presentTarget(row: TargetRow): Target {
  const { id, name, source, fieldCount, requiredCount, readAt } = row;
  return {
    id,
    name,
    source,
    ...presentShape(row),
    fields: fieldCount,
    required: requiredCount,
    readAt: instant(readAt),
  };
}

/** A shape as it is stored and shown, without its fields. */
export function summaryOf({ format, root, namespaces, fields, remarks }: ReadTarget) {
  return {
    format,
    root: root ?? null,
    namespaces: namespaces ?? null,
    remarks,
    fieldCount: fields.length,
    requiredCount: fields.filter(({ required }) => required).length,
  };
}
