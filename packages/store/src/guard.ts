import { StoreFault } from "./fault.ts";

const change = /^\s*(update|delete)\b/i;
const overJson = /\bjsonb?(_\w+)?\s*\(|->/i;

/**
 * Refuse SQL that no query of ours means to be.
 *
 * An update or a delete of all rows is what drizzle makes of `where(undefined)`; a JSON function aborts the whole
 * process when it meets a lone surrogate in a citizen's text.
 */
export function guardSql(sql: string): void {
  const everyRow = change.test(sql) && !/\bwhere\b/i.test(withoutInnerParts(sql));
  if (everyRow || overJson.test(sql)) throw new StoreFault("unguarded-sql");
}

/**
 * Refuse a value that the native library would abort on, cut, or change.
 *
 * A lone surrogate is stored as something else; U+0000 cuts the text where it is read; a boolean makes the binding
 * panic; a number that is not finite becomes null, and one past 2^53 another number.
 */
export function guardValue(value: unknown): void {
  if (typeof value === "string") {
    if (!value.isWellFormed() || value.includes("\0")) throw new StoreFault("ill-formed-text");
  } else if (typeof value === "number") {
    if (!isExact(value)) throw new StoreFault("unsupported-value");
  } else if (value !== null && !(value instanceof Uint8Array)) {
    throw new StoreFault("unsupported-value");
  }
}

function isExact(value: number): boolean {
  return Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value));
}

/** The statement without quoted names and texts and without what stands in brackets, where a `where` holds nothing back. */
function withoutInnerParts(sql: string): string {
  let rest = sql.replace(/'[^']*'|"[^"]*"/g, "");
  for (let longer = ""; longer !== rest; ) {
    longer = rest;
    rest = rest.replace(/\([^()]*\)/g, "");
  }
  return rest;
}
