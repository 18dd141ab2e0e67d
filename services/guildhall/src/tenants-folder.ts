import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { TenantBundle } from "@guildhall/domain";
import type { FolderFault } from "@guildhall/folder";
import { createFolderReader } from "./folder/read.ts";
import { lineOfFault } from "./visible.ts";

/** A folder cannot be applied: what is wrong, where, in a sentence for each fault. */
export class FolderRefused extends Error {
  readonly faults: readonly FolderFault[];

  constructor(folder: string, faults: readonly FolderFault[]) {
    super(`${folder} cannot be applied:\n${faults.map(lineOfFault).join("\n")}`);
    this.name = "FolderRefused";
    this.faults = faults;
  }
}

/** Reads tenants' folders, whole or not at all, from beside one cookbook. */
export interface TenantsReader {
  /**
   * Read one tenant, and try out the mappings of those services that have changed: of all, unless it is said which.
   *
   * @throws FolderRefused
   */
  read(folder: string, changed?: ChangedServices): Promise<TenantBundle>;
  /** A digest of the folder's files, which the bundle that is read from them carries. */
  digest(folder: string): Promise<string>;
  close(): Promise<void>;
}

/** Tells the services of a bundle that are not as they were when they were last tried out. */
export type ChangedServices = (bundle: TenantBundle) => Promise<ReadonlySet<string>>;

export function openTenantsReader(cookbook: string): TenantsReader {
  const reader = createFolderReader(cookbook);
  return {
    digest: (folder) => reader.digest(folder),
    close: () => reader.close(),
    read: async (folder, changed = allServices) => {
      const read = await reader.read(folder);
      if ("faults" in read) throw new FolderRefused(folder, read.faults);
      const { examples: _, ...parts } = read.folder;
      const bundle = { ...parts, digest: await reader.digest(folder) };
      const faults = await reader.prove(folder, await changed(bundle));
      if (faults.length > 0) throw new FolderRefused(folder, faults);
      return bundle;
    },
  };
}

const allServices: ChangedServices = async ({ services }) => new Set(services.map(({ id }) => id));

/**
 * Read every tenant beside the cookbook; whoever runs the platform comes first.
 *
 * @throws FolderRefused
 */
export async function readTenants(folder: string): Promise<TenantBundle[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory() && entry.name !== "cookbook")
    .map(({ name }) => name);
  const reader = openTenantsReader(join(folder, "cookbook"));
  try {
    const bundles: TenantBundle[] = [];
    for (const name of names.sort()) bundles.push(await reader.read(join(folder, name)));
    return bundles;
  } finally {
    await reader.close();
  }
}
