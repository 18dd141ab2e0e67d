import type { Mapping, Row, Source } from "@guildhall/contract";

/**
 * The rows of another service's mapping that hold for any service: what is always the same there, and what the platform
 * knows of every case. What is made of its own questions, conditions or payments is left out.
 */
export function rowsOfAnyService(rows: readonly Row[]): Row[] {
  return rows.flatMap((row) => {
    const isOwn = row.when !== undefined || row.each !== undefined || isOfService(row.from);
    if (isOwn) return [];
    if (row.rows === undefined) return [row];
    const inner = rowsOfAnyService(row.rows);
    // A name without its value says nothing: what is left of a group is kept for something that is known.
    const isWhole = JSON.stringify(inner) === JSON.stringify(row.rows);
    return isWhole || inner.some(isKnown) ? [{ ...row, rows: inner }] : [];
  });
}

function isKnown({ from, rows = [] }: Row): boolean {
  return (from !== undefined && !("value" in from)) || rows.some(isKnown);
}

/** A mapping to the same system that begins as another service's does. */
export function beginAs({ id: _, note: __, ...like }: Mapping): Omit<Mapping, "id"> {
  return { ...like, rows: rowsOfAnyService(like.rows) };
}

/** Whether a value comes from what only one service has. */
function isOfService(from: Source | undefined): boolean {
  if (from === undefined || "value" in from) return false;
  if ("join" in from) return from.join.some(isOfService);
  if ("dataset" in from) return isOfService(from.row);
  return "answer" in from || from.fact.startsWith("payment.");
}
