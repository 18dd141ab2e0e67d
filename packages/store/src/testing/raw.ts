import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Libsql from "libsql";
import type { Db } from "../db.ts";
import type { TestStore } from "../testing.ts";

type Place = Pick<TestStore, "folder">;

/** Where a tenant's file lies. */
export function fileOf({ folder }: Place, { tenant }: Pick<Db, "tenant">): string {
  return join(folder, "tenants", `${tenant}.db`);
}

/** Open a tenant's file past the store, with its key: as an intruder who holds it would, or another process. */
export function openRaw(world: Place, db: Db): Libsql.Database {
  const encryptionKey = Buffer.from(db.vault.derive("file")).toString("hex");
  return new Libsql(fileOf(world, db), { encryptionKey } as Libsql.Options);
}

/** Every byte that lies in a store's folder, name by name. */
export function bytesOf({ folder }: Place): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name))]),
  );
}
