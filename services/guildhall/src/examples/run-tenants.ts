import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { FolderFault, TenantFolder } from "@guildhall/folder";
import { createSchemaChecker } from "@guildhall/xml";
import { createProgress } from "../commands/progress.ts";
import { createFolderReader, type FolderReader } from "../folder/read.ts";
import {
  type DocumentResult,
  isAsExpected,
  type Running,
  runExamples,
  type ServiceResult,
} from "./run-examples.ts";
import { isAsWanted } from "./run-scenarios.ts";

/** A tenant's folder, read with the examples that have no documents yet, or what is wrong with it. */
export type ReadFolder = { readonly path: string } & (
  | { readonly folder: TenantFolder }
  | { readonly faults: readonly FolderFault[] }
);

/** What became of a tenant's examples; one whose folder cannot be read has faults and no results. */
export interface TenantResult {
  readonly tenant: string;
  readonly path: string;
  readonly faults: readonly FolderFault[];
  readonly services: readonly ServiceResult[];
  /** How many documents were written. */
  readonly written: number;
}

/** Read tenants' folders, each with the cookbook beside it. */
export async function readFolders(paths: readonly string[]): Promise<ReadFolder[]> {
  const readers = new Map<string, FolderReader>();
  const read: ReadFolder[] = [];
  try {
    for (const path of paths) {
      const cookbook = join(path, "../cookbook");
      const reader = readers.get(cookbook) ?? createFolderReader(cookbook, { mayLack: true });
      readers.set(cookbook, reader);
      read.push({ path, ...(await reader.read(path)) });
    }
    return read;
  } finally {
    for (const reader of readers.values()) await reader.close();
  }
}

/** Run the examples of all services, or of one. */
export async function runTenants(
  read: readonly ReadFolder[],
  only: string | undefined,
): Promise<TenantResult[]> {
  const wanted = read.map((one) => ("folder" in one ? narrowed(one.folder, only) : undefined));
  const progress = createProgress(wanted.flatMap((folder) => folder?.examples ?? []).length);
  const checker = createSchemaChecker();
  const running = { checker, step: () => progress.step() };
  try {
    const results: TenantResult[] = [];
    for (const [at, one] of read.entries()) {
      const faults = "faults" in one ? one.faults : [];
      const services = await runTenant(wanted[at], running);
      results.push({ tenant: basename(one.path), path: one.path, faults, services, written: 0 });
    }
    return results;
  } finally {
    progress.end();
    await checker.close();
  }
}

/** Whether all examples came out as their documents say, and scenarios as they have it. */
export function isGood({ faults, services }: TenantResult): boolean {
  const isGreen = ({ examples, scenarios }: ServiceResult) =>
    examples.every(isAsExpected) && scenarios.every(isAsWanted);
  return faults.length === 0 && services.every(isGreen);
}

/** Write each document that is not as it comes out now, and give the results as they are from then on. */
export async function writeDocuments(tested: readonly TenantResult[]): Promise<TenantResult[]> {
  const written: TenantResult[] = [];
  for (const one of tested) written.push(await writeTenant(one));
  return written;
}

async function writeTenant(tested: TenantResult): Promise<TenantResult> {
  const stale = tested.services.flatMap(({ service, examples }) =>
    examples.flatMap(({ name, documents }) =>
      documents.filter(isStale).map(({ mapping, format, got }) => {
        const file = `${name}.${mapping}.${format}`;
        return { file: join(tested.path, "services", service, "examples", file), got };
      }),
    ),
  );
  for (const { file, got } of stale) await writeFile(file, got);
  const services = tested.services.map((one) => ({
    ...one,
    examples: one.examples.map(asWritten),
  }));
  return { ...tested, services, written: stale.length };
}

function isStale({ differences }: DocumentResult): boolean {
  return differences?.length !== 0;
}

function asWritten(example: ServiceResult["examples"][number]): ServiceResult["examples"][number] {
  return { ...example, documents: example.documents.map((one) => ({ ...one, differences: [] })) };
}

function narrowed(folder: TenantFolder, only: string | undefined): TenantFolder {
  if (only === undefined) return folder;
  return {
    ...folder,
    services: folder.services.filter(({ id }) => id === only),
    examples: folder.examples.filter(({ service }) => service === only),
  };
}

async function runTenant(
  folder: TenantFolder | undefined,
  running: Running,
): Promise<ServiceResult[]> {
  const results: ServiceResult[] = [];
  for (const service of folder?.services ?? [])
    if (folder) results.push(await runExamples(service, folder, running));
  return results;
}
