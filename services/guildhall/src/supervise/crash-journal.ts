import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

const width = 96;

/** Notes which tenant's file the native library is in, where the supervisor can read it after an abort. */
export interface CrashJournal {
  note(tenant: string): void;
  close(): void;
}

/**
 * Open the journal of a data folder.
 *
 * A tenant is written down only when it differs from the last, so one that is busy costs nothing; what was
 * written outlives the process, though not the machine.
 */
export function openCrashJournal(data: string, slot?: string): CrashJournal {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const file = openSync(journalPath(data, slot), "w", 0o600);
  let last = "";
  return {
    note(tenant) {
      if (tenant === last) return;
      last = tenant;
      writeSync(file, tenant.padEnd(width), 0);
    },
    close: () => closeSync(file),
  };
}

/** The tenant whose file was last touched by the process that ended, if it noted one. */
export function readCrashJournal(data: string, slot?: string): string | undefined {
  const path = journalPath(data, slot);
  const tenant = existsSync(path) ? readFileSync(path, "utf8").trim() : "";
  return tenant === "" ? undefined : tenant;
}

/** The tenants that stay shut because their files ended the process again and again. */
export function readQuarantine(data: string): ReadonlySet<string> {
  const path = quarantinePath(data);
  if (!existsSync(path)) return new Set();
  // Written by `quarantine`, in a folder that only we can read.
  return new Set(JSON.parse(readFileSync(path, "utf8")) as string[]);
}

/** Keep a tenant shut from the next start on, until a person takes it off the list. */
export function quarantine(data: string, tenant: string): void {
  const path = quarantinePath(data);
  const all = [...new Set([...readQuarantine(data), tenant])];
  writeFileSync(`${path}.part`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.part`, path);
}

/** Where several processes share the folder, each has one of its own. */
function journalPath(data: string, slot?: string): string {
  return join(data, slot === undefined ? "last-tenant" : `last-tenant-${slot}`);
}

function quarantinePath(data: string): string {
  return join(data, "quarantined.json");
}
