export type StoreFaultCode =
  | "busy"
  | "constraint"
  | "ill-formed-text"
  | "unguarded-write"
  | "unsupported-value"
  | "work-strayed"
  | "transaction-lost"
  | "read-only"
  | "unreadable"
  | "sealed-elsewhere"
  | "wrong-tenant"
  | "failed";

/**
 * A failure of the database, with a code of ours and SQLite's, never its text.
 *
 * The text of a driver's error can hold bound values, which are citizens' words.
 */
export class StoreFault extends Error {
  readonly code: StoreFaultCode;
  readonly sqlite: string | undefined;

  constructor(code: StoreFaultCode, sqlite?: string) {
    super(sqlite === undefined ? code : `${code} (${sqlite})`);
    this.name = "StoreFault";
    this.code = code;
    this.sqlite = sqlite;
  }
}

const codes: readonly [RegExp, StoreFaultCode][] = [
  [/^SQLITE_(BUSY|LOCKED)|^TRANSACTION_ACTIVE/, "busy"],
  [/^SQLITE_CONSTRAINT/, "constraint"],
  [/^SQLITE_READONLY/, "read-only"],
  [/^SQLITE_(NOTADB|CORRUPT|CANTOPEN|IOERR)/, "unreadable"],
];

/** Turn whatever a driver or drizzle threw into a StoreFault; what is not a driver's error is thrown on as it is. */
export function toStoreFault(error: unknown): unknown {
  if (error instanceof StoreFault) return error;
  const sqlite = sqliteCode(error);
  if (sqlite === undefined) return error;
  const known = codes.find(([pattern]) => pattern.test(sqlite));
  return new StoreFault(known?.[1] ?? "failed", sqlite);
}

function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const own = "code" in error ? error.code : undefined;
  if (typeof own === "string" && /^(SQLITE|TRANSACTION|HRANA|SQL_|UNKNOWN)/.test(own)) return own;
  if (error.name === "SqliteError" || error.name === "LibsqlError") return "SQLITE_ERROR";
  return error.cause === undefined ? undefined : sqliteCode(error.cause);
}
