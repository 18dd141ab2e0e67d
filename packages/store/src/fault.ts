export type StoreFaultCode =
  | "busy"
  | "closed"
  | "constraint"
  | "full"
  | "ill-formed-text"
  | "migration-changed"
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

const codes: readonly [RegExp, StoreFaultCode][] = [
  [/^SQLITE_(BUSY|LOCKED)|^TRANSACTION_ACTIVE/, "busy"],
  [/^SQLITE_CONSTRAINT/, "constraint"],
  [/^SQLITE_FULL/, "full"],
  [/^SQLITE_READONLY/, "read-only"],
  [/^SQLITE_(NOTADB|CORRUPT|CANTOPEN|IOERR)/, "unreadable"],
  [/^TRANSACTION_CLOSED/, "transaction-lost"],
];

/** Turn whatever a driver threw into a StoreFault; `otherwise` is what it is when no code says more. */
export function toStoreFault(error: unknown, otherwise: StoreFaultCode = "failed"): StoreFault {
  if (error instanceof StoreFault) return error;
  const code = codeOf(error);
  if (code === undefined) return new StoreFault(otherwise);
  const known = codes.find(([pattern]) => pattern.test(code));
  return new StoreFault(known?.[1] ?? "failed", code);
}

/** SQLite's code or the client's: words in capitals, never a value. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error && "code" in error)) return undefined;
  const { code } = error;
  return typeof code === "string" && /^(SQLITE|TRANSACTION)_[A-Z_]+$/.test(code) ? code : undefined;
}
