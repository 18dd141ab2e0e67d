import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { TenantBundle } from "@guildhall/domain";
import type { FolderFault } from "./folder/fault.ts";
import { readTenantFolder } from "./folder/read.ts";

/** A folder cannot be applied: what is wrong, where, in a sentence for each fault. */
export class FolderRefused extends Error {
  readonly faults: readonly FolderFault[];

  constructor(folder: string, faults: readonly FolderFault[]) {
    const lines = faults.map(({ file, line, sentence }) => `${file}:${line} ${sentence}`);
    super(`${folder} cannot be applied:\n${lines.join("\n")}`);
    this.name = "FolderRefused";
    this.faults = faults;
  }
}

/**
 * Read one tenant's folder, whole or not at all.
 *
 * @throws FolderRefused
 */
export async function readTenant(folder: string): Promise<TenantBundle> {
  const read = await readTenantFolder(folder, { cookbook: join(folder, "..", "cookbook") });
  if ("faults" in read) throw new FolderRefused(folder, read.faults);
  const { tenant, brands, connectors, services } = read.folder;
  return { tenant, brands, connectors, services };
}

/** Read every tenant beside the cookbook; whoever runs the platform comes first. */
export async function readTenants(folder: string): Promise<TenantBundle[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory() && entry.name !== "cookbook")
    .map(({ name }) => name);
  const bundles: TenantBundle[] = [];
  for (const name of names.sort()) bundles.push(await readTenant(join(folder, name)));
  return bundles;
}
