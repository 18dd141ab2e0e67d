import { StoreFault } from "./fault.ts";

const unguarded = /^\s*(update|delete)\b(?![\s\S]*\bwhere\b)/i;

/** Refuse an update or a delete of all rows: drizzle's `where(undefined)` would be one. */
export function guardSql(sql: string): void {
  if (unguarded.test(sql)) throw new StoreFault("unguarded-write");
}

/**
 * Refuse a value that the native library would abort on, cut, or change.
 *
 * A lone surrogate is stored as something else and aborts the process in JSON functions; U+0000 cuts the
 * text where it is read; a boolean makes the binding panic.
 */
export function guardValue(value: unknown): void {
  if (typeof value === "string") {
    if (!value.isWellFormed() || value.includes("\0")) throw new StoreFault("ill-formed-text");
  } else if (typeof value === "boolean" || value === undefined) {
    throw new StoreFault("unsupported-value");
  }
}
