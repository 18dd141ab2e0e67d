import { quarantine, readCrashJournal } from "./crash-journal.ts";

const abortsBeforeQuarantine = 3;

export interface BlameOptions {
  readonly data: string;
  readonly report: (sentence: string) => void;
}

/**
 * Find out in whose file native code ended a process, and keep that tenant shut when it happens again and again.
 *
 * Gives what to call for each abort, with the place of the process where there are several.
 */
export function createBlame({ data, report }: BlameOptions): (slot?: string) => void {
  const aborts = new Map<string, number>();
  return (slot) => {
    const tenant = readCrashJournal(data, slot);
    const count = tenant === undefined ? 0 : (aborts.get(tenant) ?? 0) + 1;
    if (tenant !== undefined) aborts.set(tenant, count);
    report(`${sentenceFor(tenant, count)}.`);
    if (tenant !== undefined && count >= abortsBeforeQuarantine) quarantine(data, tenant);
  };
}

function sentenceFor(tenant: string | undefined, count: number): string {
  if (tenant === undefined) return "The server was aborted and is started again";
  if (count < abortsBeforeQuarantine) {
    return `The server was aborted while it used the database of ${tenant}, and is started again`;
  }
  return `The database of ${tenant} aborted the server ${count} times and is kept shut; the others go on`;
}

const abortSignals: ReadonlySet<unknown> = new Set([
  "SIGABRT",
  "SIGSEGV",
  "SIGBUS",
  "SIGILL",
  "SIGTRAP",
]);
const abortCodes: ReadonlySet<unknown> = new Set([134, 139, 135, 132]);

/** Whether native code ended a process, by how it ended. */
export function wasAborted(code: number | null, signal: string | null): boolean {
  return abortSignals.has(signal) || abortCodes.has(code);
}
