import type { Row } from "@guildhall/contract";
import { type Place, placeOf, wholeMapping } from "./fault.ts";

export interface PlacedRow {
  readonly row: Row;
  readonly place: Place;
}

/** All rows, each before those in it, with the places they stand in. */
export function placedRows(rows: readonly Row[], outer: Place = wholeMapping): PlacedRow[] {
  return rows.flatMap((row, index) => {
    const place = placeOf(outer, index, row.target);
    return [{ row, place }, ...placedRows(row.rows ?? [], place)];
  });
}

/** Tell whether a row gives the same in every document. */
export function isConstantRow({ from, rows }: Row): boolean {
  return rows === undefined && (from === undefined || "value" in from);
}
