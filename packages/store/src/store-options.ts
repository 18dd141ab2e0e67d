import type { TenantDefinition } from "@guildhall/contract";
import type { Db } from "./db.ts";
import type { NodeIdentity } from "./nodes.ts";
import type { Driver } from "./tenant-db.ts";

/** What an installation's store is opened with. */
export interface StoreOptions {
  /** The folder that holds the directory and the tenants' files. */
  readonly folder: string;
  /** 32 bytes that wrap every tenant's key. */
  readonly rootKey: Uint8Array;
  /** How many tenants may be open at once; the one longest unused is shut for the next. */
  readonly openLimit?: number;
  /** Tenants whose files killed the process before: they stay shut. */
  readonly quarantined?: ReadonlySet<string>;
  /** Called with the tenant whose file the native library is about to touch. */
  readonly onUse?: (tenant: string) => void;
  /** What files are opened with: `file` unless said otherwise. */
  readonly driver?: Driver;
  /** Which process this is, where several share the folder: it uses no tenant's file but those whose lease it holds. */
  readonly node?: NodeIdentity;
  /** The clock that leases run by. */
  readonly now?: () => number;
}

/** An opened tenant: who it is, and its database. */
export interface OpenTenant {
  readonly definition: TenantDefinition;
  readonly db: Db;
}
