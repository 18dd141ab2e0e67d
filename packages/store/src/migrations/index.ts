import { begin as beginDirectory } from "./directory-001-begin.ts";
import { begin as beginTenant } from "./tenant-001-begin.ts";
import { referenceData } from "./tenant-002-reference-data.ts";
import { payments } from "./tenant-003-payments.ts";

/** A step forward, named by hand. A step that has run is never changed. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

export const tenantMigrations: readonly Migration[] = [
  { name: "001-begin", sql: beginTenant },
  { name: "002-reference-data", sql: referenceData },
  { name: "003-payments", sql: payments },
];
export const directoryMigrations: readonly Migration[] = [
  { name: "001-begin", sql: beginDirectory },
];
