import { CsvError, parse } from "csv-parse/sync";

/** One row of a file: its cells, and the line that it begins in. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Read comma-separated values, whatever ends the lines; a line with nothing in it is passed over. */
export function readCsv(
  text: string,
): { rows: readonly CsvRow[] } | { line: number; sentence: string } {
  const rows: CsvRow[] = [];
  let read = 0;
  try {
    parse(text.replace(/\r\n?/g, "\n"), {
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      record_delimiter: "\n",
      on_record: (cells: string[], { lines }) => {
        read = lines;
        rows.push(rowOf(cells, lines));
      },
    });
    return { rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === "CSV_QUOTE_NOT_CLOSED";
    const line = isOpen ? read + 1 : Number(error.lines);
    return { line, sentence: isOpen ? neverClosed : strayQuote };
  }
}

const neverClosed = "A value begins with a quotation mark and never ends with one.";
const strayQuote =
  "A quotation mark stands inside a value: put the whole value in quotation marks, and write this one twice.";

/** The reader counts the line that a row ends in. */
function rowOf(cells: readonly string[], endsIn: number): CsvRow {
  const breaks = cells.join("").split("\n").length - 1;
  return { line: endsIn - breaks, cells: cells.map((cell) => cell.normalize("NFC")) };
}
