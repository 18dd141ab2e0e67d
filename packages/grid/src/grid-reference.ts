import type { Metres } from "./national-grid.ts";

/** Write a place's grid reference to a square of 100 metres, as people read one out: `TL 448 584`. */
export function gridReference({ easting, northing }: Metres): string {
  const [column, row] = [Math.floor(easting / 100_000), Math.floor(northing / 100_000)];
  const large = letterAt(Math.floor((column + 10) / 5), Math.floor((row + 5) / 5));
  const small = letterAt((column + 10) % 5, (row + 5) % 5);
  return `${large}${small} ${threeDigits(easting)} ${threeDigits(northing)}`;
}

/** Squares are lettered from the north-west, five to a row, without an I. */
function letterAt(column: number, row: number): string {
  return "ABCDEFGHJKLMNOPQRSTUVWXYZ"[(4 - row) * 5 + column] ?? "";
}

function threeDigits(metres: number): string {
  return String(Math.floor((metres % 100_000) / 100)).padStart(3, "0");
}
