/** The beginning of a statement that copies rows: a table of the numbers from 1 to this one. */
export function numbersTo(last: number): string {
  return `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers LIMIT ${last})`;
}

/** The names that a table's columns have in the database. */
export function columnsOf(table: object): string[] {
  return Object.values(table).map(({ name }: { name: string }) => name);
}
