import { type ServiceDefinition, TenantDefinition } from "@guildhall/contract";
import { checkFolder } from "./check.ts";
import { readExamples } from "./examples.ts";
import { readParts } from "./parts.ts";
import {
  checkSchemas,
  contentsOf,
  type Faulty,
  type FolderFiles,
  type FolderSetting,
  once,
  together,
} from "./read-contents.ts";
import { noteFile, type Read, readNamed } from "./reading.ts";
import { isWhole } from "./service.ts";
import type { TenantFolder } from "./tenant-folder.ts";

/** What is kept of a folder, to say where in its files something is wrong. */
export interface WholeFolder {
  readonly folder: TenantFolder;
  readonly written: readonly Read<ServiceDefinition>[];
}

/**
 * Read a tenant's folder whole, or say everything that is wrong with it.
 *
 * Services come complete: recipe, base mappings and the tenant's own changes laid over each other. With one
 * fault anywhere nothing is returned but the faults, so that a half-read folder cannot be applied.
 */
export async function readFolder(
  { id, ...files }: FolderFiles,
  { checker, mayLack = false }: FolderSetting,
): Promise<WholeFolder | Faulty> {
  const { own, cookbook, faults } = together(files);
  const tenant = readNamed(own, TenantDefinition, { path: "tenant.yaml", id });
  const parts = await readParts(own, cookbook, id);
  if (![...own.tree.keys()].some((path) => /^brands\/.*\.yaml$/.test(path)))
    noteFile(own, "brands", "A tenant needs at least one brand.");
  const examples = parts.services.flatMap(({ value: { id: service, mappings, recipe } }) => {
    const from = isWhole(own, `services/${service}`) ? undefined : recipe;
    return readExamples(own, { id: service, mappings, recipe: from }, { cookbook, mayLack });
  });
  if (faults.length === 0) checkFolder(own, parts);
  await checkSchemas(parts, { faults, checker });
  if (!tenant || faults.length > 0) return { faults: once(faults) };
  const folder = { tenant: tenant.value, ...contentsOf(parts), examples };
  return { folder, written: parts.services };
}
