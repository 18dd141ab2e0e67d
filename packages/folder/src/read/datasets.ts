import { type Dataset, isCleanText } from "@guildhall/contract";
import { type CsvRow, readCsv } from "./csv.ts";
import { noteFile, noteLine, type Reading, textOf } from "./reading.ts";

/** A table larger than this is a register, to be connected and not kept in a folder. */
const most = { columns: 40, rows: 50_000, nameLength: 80, cellLength: 1000 };
/** A file that is wrong all over says as much in its first faults. */
const mostFaults = 20;

type Say = (line: number, sentence: string) => void;

/** Read a dataset: its first line names the columns, and the first column is the key. */
export function readDataset(reading: Reading, id: string): Dataset | undefined {
  const path = `datasets/${id}.csv`;
  const text = textOf(reading, path);
  if (text === undefined) return undefined;
  const faults: [line: number, sentence: string][] = [];
  const say: Say = (line, sentence) => faults.push([line, sentence]);
  const read = rowsOf(text, say);
  for (const [line, sentence] of faults.slice(0, mostFaults))
    noteLine(reading, { path, line }, sentence);
  if (faults.length > mostFaults)
    noteFile(reading, path, `There are ${faults.length - mostFaults} faults more.`);
  const [head, ...body] = read;
  if (!head || faults.length > 0) return undefined;
  // In the order in which they are kept: rows are found by their keys, and their order means nothing.
  const rows = body.map(({ cells }) => [...cells]).sort(byKey);
  return { id, columns: [...head.cells], rows };
}

function byKey([one = ""]: readonly string[], [other = ""]: readonly string[]): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

function rowsOf(text: string, say: Say): readonly CsvRow[] {
  const read = readCsv(text);
  if ("sentence" in read) {
    say(read.line, read.sentence);
    return [];
  }
  const [head, ...body] = read.rows;
  if (!head) say(1, "The file is empty: its first line should name the columns.");
  else if (checkHead(head, say)) checkBody(head.cells, body, say);
  return read.rows;
}

function checkHead({ line, cells }: CsvRow, say: Say): boolean {
  const sizeFaults = sizeFault(cells.length);
  // A file of commas has millions of columns, and each name is compared with all before it.
  const faults =
    cells.length > most.columns
      ? sizeFaults
      : [...sizeFaults, ...cells.flatMap((name, at) => nameFault(name, cells.slice(0, at)) ?? [])];
  for (const fault of faults) say(line, fault);
  return faults.length === 0;
}

function sizeFault(columns: number): string[] {
  if (columns > most.columns) return [`There are ${columns} columns; ${most.columns} is the most.`];
  return columns < 2
    ? ["A dataset needs a key and something to look up: two columns, with a comma between them."]
    : [];
}

function nameFault(name: string, before: readonly string[]): string | undefined {
  if (name === "") return `Column ${before.length + 1} has no name.`;
  if (before.includes(name)) return `Two columns are called “${name}”.`;
  return cellFault(`The name of column ${before.length + 1}`, name, most.nameLength);
}

function checkBody(columns: readonly string[], rows: readonly CsvRow[], say: Say): void {
  const tooMany = rows[most.rows];
  if (tooMany) say(tooMany.line, `There are ${rows.length} rows; ${most.rows} is the most.`);
  const lines = new Map<string, number>();
  for (const row of tooMany ? [] : rows) {
    checkKey(row, lines, say);
    if (row.cells.length === columns.length) checkCells(columns, row, say);
    else
      say(row.line, `There are ${columns.length} columns, and this row has ${row.cells.length}.`);
  }
}

function checkKey({ line, cells: [key = ""] }: CsvRow, lines: Map<string, number>, say: Say): void {
  const first = lines.get(key);
  if (key === "") say(line, "This row has no key: its first value is empty.");
  else if (first !== undefined) say(line, `The key “${key}” is in line ${first} already.`);
  else lines.set(key, line);
}

function checkCells(columns: readonly string[], { line, cells }: CsvRow, say: Say): void {
  for (const [at, cell] of cells.entries()) {
    const fault = cellFault(`“${columns[at]}”`, cell, most.cellLength);
    if (fault) say(line, fault);
  }
}

function cellFault(name: string, value: string, longest: number): string | undefined {
  if (!isCleanText(value)) return `${name} has characters that cannot be stored.`;
  // A character outside the basic plane counts twice in `length` and once for people.
  if (value.length > longest && [...value].length > longest)
    return `${name} is longer than ${longest} characters.`;
  return undefined;
}
