import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { CsvError, type Info, parse } from "csv-parse";

/** One row of a file, and the line that it ends in. */
export interface FileRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file cannot be imported. Its message is a sentence for whoever asked. */
export class FileRefused extends Error {}

/** No real row is longer; a quotation mark that is never closed would swallow the file. */
const longestRecord = 64 * 1024;

/**
 * Read a CSV file row by row; of the whole file no more than a row is held.
 *
 * @throws FileRefused where it is no CSV
 */
export async function* readRecords(path: string): AsyncGenerator<FileRecord> {
  const parser = parse({
    bom: true,
    info: true,
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRecord,
  });
  const reading = pipeline(createReadStream(path), parser);
  // Said where the rows are read, below.
  reading.catch(() => undefined);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>)
      yield { line: info.lines, cells: record };
    await reading;
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): unknown {
  if (error instanceof CsvError) {
    const isOpen = error.code === "CSV_MAX_RECORD_SIZE" || error.code === "CSV_QUOTE_NOT_CLOSED";
    return new FileRefused(
      isOpen
        ? "A value begins with a quotation mark and never ends with one."
        : `The file is no CSV file: look at line ${Number(error.lines)}.`,
    );
  }
  const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
  return isMissing ? new FileRefused("There is no such file.") : error;
}
