import { TenantDefinition } from "@guildhall/contract";
import type { FolderContents } from "@guildhall/domain";
import type { SchemaChecker } from "@guildhall/xml";
import type { FolderFault } from "./fault.ts";
import { noteStrangers } from "./known-files.ts";
import { type Parts, readParts } from "./parts.ts";
import { type Read, type Reading, readNamed } from "./reading.ts";
import { checkSchema } from "./schemas.ts";

/** A tenant's files, and those of the cookbook that its services are made from. */
export interface FolderFiles {
  /** What the folder is called, which is the tenant's id. */
  readonly id: string;
  readonly own: Reading;
  readonly cookbook: Reading;
}

export interface FolderSetting {
  readonly checker: Pick<SchemaChecker, "compile">;
  /** Whether documents of examples may be missing, for those to be read that make them. */
  readonly mayLack?: boolean;
}

export interface Faulty {
  readonly faults: readonly FolderFault[];
}

/**
 * Read what there is in a folder, be it one service of a tenant's, each part right for itself; or say everything that
 * is wrong with it.
 */
export async function readContents(
  { id, ...files }: FolderFiles,
  { checker }: FolderSetting,
): Promise<{ readonly contents: FolderContents } | Faulty> {
  const { own, cookbook, faults } = together(files);
  if (own.tree.has("tenant.yaml")) readNamed(own, TenantDefinition, { path: "tenant.yaml", id });
  const parts = await readParts(own, cookbook, id);
  await checkSchemas(parts, { faults, checker });
  return faults.length > 0 ? { faults: once(faults) } : { contents: contentsOf(parts) };
}

/** Both readings, with one list of faults; each file of a name that means nothing is one. */
export function together({ own: opened, cookbook: shared }: Omit<FolderFiles, "id">) {
  const faults = [...opened.faults, ...shared.faults];
  const own = { ...opened, faults };
  const cookbook = { ...shared, faults };
  noteStrangers(own, "tenant");
  noteStrangers(cookbook, "cookbook");
  return { own, cookbook, faults };
}

/** Last, and only where nothing else is wrong: making a set ready takes longer than all else. */
export async function checkSchemas(
  { schemas }: Parts,
  { faults, checker }: { faults: readonly FolderFault[] } & FolderSetting,
): Promise<void> {
  if (faults.length === 0) for (const set of schemas) await checkSchema(set, checker);
}

export function contentsOf({ withdrawn, ...parts }: Parts): FolderContents {
  const { brands, datasets, targets } = parts;
  return {
    brands,
    datasets,
    targets,
    connectors: values(parts.connectors),
    schemas: values(parts.schemas),
    services: values(parts.services),
    withdrawn: withdrawn.map(({ service, words }) => ({ definition: service.value, words })),
    drafts: values(parts.drafts),
  };
}

function values<T>(read: readonly Read<T>[]): T[] {
  return read.map(({ value }) => value);
}

/** What two services share, a recipe or a base, is read for each, and so are its faults. */
export function once(faults: readonly FolderFault[]): FolderFault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}
