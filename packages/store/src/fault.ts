export type StoreFaultCode =
  | "busy"
  | "closed"
  | "constraint"
  | "full"
  | "ill-formed-text"
  | "migration-changed"
  | "not-owner"
  | "read-only"
  | "sealed-elsewhere"
  | "transaction-lost"
  | "unguarded-sql"
  | "unreadable"
  | "unsupported-value"
  | "work-strayed"
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

/** SQLite's primary result codes by number and by name, and the client's own. */
const codes: readonly [number: number | undefined, name: string, code: StoreFaultCode][] = [
  [5, "SQLITE_BUSY", "busy"],
  [6, "SQLITE_LOCKED", "busy"],
  [8, "SQLITE_READONLY", "read-only"],
  [10, "SQLITE_IOERR", "unreadable"],
  [11, "SQLITE_CORRUPT", "unreadable"],
  [13, "SQLITE_FULL", "full"],
  [14, "SQLITE_CANTOPEN", "unreadable"],
  [19, "SQLITE_CONSTRAINT", "constraint"],
  [26, "SQLITE_NOTADB", "unreadable"],
  [undefined, "TRANSACTION_ACTIVE", "busy"],
  [undefined, "TRANSACTION_CLOSED", "transaction-lost"],
];

/** Turn whatever a driver threw into a StoreFault; `otherwise` is what it is when it has no code. */
export function toStoreFault(error: unknown, otherwise: StoreFaultCode = "failed"): StoreFault {
  if (error instanceof StoreFault) return error;
  const { name, number } = sqliteCode(error);
  if (name === undefined) return new StoreFault(otherwise);
  const known = codes.find(([primary, prefix]) =>
    number === undefined ? name.startsWith(prefix) : number === primary,
  );
  return new StoreFault(known?.[2] ?? "failed", name);
}

/** The code of a driver's error: a name in capitals, and where SQLite itself gave one, the number behind it. */
function sqliteCode(error: unknown): { name?: string; number?: number } {
  const { code, rawCode } = Object(error) as { code?: unknown; rawCode?: unknown };
  if (typeof code !== "string" || !/^[A-Z_]*(SQLITE|TRANSACTION)_[A-Z0-9_]+$/.test(code)) return {};
  // An extended code holds the primary one in its last byte.
  return typeof rawCode === "number" ? { name: code, number: rawCode & 0xff } : { name: code };
}
