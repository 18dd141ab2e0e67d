import { type PageQuery, pageOf } from "@guildhall/contract";
import { z } from "@hono/zod-openapi";
import { stringify } from "csv-stringify/sync";
import type { Context } from "hono";
import { accepts } from "hono/accepts";
import type { ApiEnv } from "./environment.ts";

/** No spreadsheet is asked for more at once. */
export const mostRows = 10_000;
const rowsAtATime = 100;

/**
 * The columns of a spreadsheet by their headings, each with what it says of a row.
 *
 * The first one is the list's cursor, so that whoever has the last row can ask for what comes after it.
 */
export type Columns<T> = Readonly<
  Record<string, (row: T) => string | number | boolean | undefined>
>;

interface Part<T> {
  readonly data: readonly T[];
  readonly nextCursor?: string;
}

/** How a list is had as a spreadsheet: its name and columns. */
export interface Sheet<T> {
  readonly name: string;
  readonly columns: Columns<T>;
}

/**
 * Answer with a list: as JSON, or as CSV where that is asked for.
 *
 * The CSV is written part by part as it is read, so that a long one is never held whole. The first part is read
 * before anything is answered: what is refused is refused as a problem.
 */
export async function listed<T, P extends Part<T>, Q extends PageQuery>(
  c: Context<ApiEnv>,
  { name, columns }: Sheet<T>,
  query: Q,
  list: (query: Q) => Promise<P>,
) {
  if (!wantsCsv(c)) return c.json(await list(query), 200);
  const next = (cursor: string | undefined) => list({ ...query, cursor, limit: rowsAtATime });
  const first = await next(query.cursor);
  const body = c.req.raw.method === "HEAD" ? null : streamOf(rows(first, columns, next));
  const headers = {
    "Content-Type": "text/csv; charset=utf-8; header=present",
    "Content-Disposition": `attachment; filename="${name}.csv"`,
  };
  // The type of an answer that is not JSON: the framework knows only a text or bytes here.
  return new Response(body, { headers }) as never;
}

function wantsCsv(c: Context<ApiEnv>): boolean {
  const supports = ["application/json", "text/csv"];
  return accepts(c, { header: "Accept", supports, default: "application/json" }) === "text/csv";
}

async function* rows<T>(
  first: Part<T>,
  columns: Columns<T>,
  next: (cursor: string) => Promise<Part<T>>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const write = (part: readonly T[]) => encoder.encode(linesOf(part, columns));
  // Spreadsheet programs take a file without this mark for one in their own code page.
  yield encoder.encode(`\ufeff${lineOf(Object.keys(columns))}`);
  let part = first;
  let left = mostRows - part.data.length;
  yield write(part.data);
  while (part.nextCursor !== undefined && left > 0) {
    part = await next(part.nextCursor);
    yield write(part.data.slice(0, left));
    left -= part.data.length;
  }
}

/** Each part is read when the one before has been taken. */
function streamOf(parts: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await parts.return(undefined)),
  });
}

function linesOf<T>(part: readonly T[], columns: Columns<T>): string {
  const readers = Object.values(columns);
  return part.map((row) => lineOf(readers.map((read) => read(row)))).join("");
}

/** A cell that a spreadsheet program would run as a formula is marked as text. */
function lineOf(cells: readonly (string | number | boolean | undefined)[]): string {
  return stringify([cells], {
    escape_formulas: true,
    record_delimiter: "windows",
    cast: { boolean: (value) => (value ? "yes" : "no") },
  });
}

/** The answer of a list that a person would open in a spreadsheet. */
export function sheetOf<T extends z.ZodType>(description: string, item: T) {
  return {
    200: {
      description: `${description}. As CSV (\`Accept: text/csv\`) \`limit\` does not count: it is at most ${mostRows.toLocaleString("en-GB")} rows; for those after them, ask again with the first cell of the last row as \`cursor\`.`,
      content: {
        "application/json": { schema: pageOf(item) },
        "text/csv": { schema: z.string() },
      },
    },
  };
}
