import { basename } from "node:path";
import { ConnectorDefinition, type ServiceDefinition, TenantDefinition } from "@guildhall/contract";
import { type BrandWithLogo, readBrands } from "./brands.ts";
import { checkFolder } from "./check.ts";
import { type Example, readExamples } from "./examples.ts";
import type { FolderFault } from "./fault.ts";
import { noteFile, type Read, type Reading, readNamed } from "./reading.ts";
import { readService } from "./service.ts";
import { readTree } from "./tree.ts";

/** All that a tenant's folder says, checked and complete. */
export interface TenantFolder {
  readonly tenant: TenantDefinition;
  readonly brands: readonly BrandWithLogo[];
  readonly connectors: readonly ConnectorDefinition[];
  readonly services: readonly ServiceDefinition[];
  readonly examples: readonly Example[];
}

/**
 * Read a tenant's folder whole, or say everything that is wrong with it.
 *
 * Services come complete: recipe, base mappings and the tenant's own changes laid over each other. With one
 * fault anywhere nothing is returned but the faults, so that a half-read folder cannot be applied.
 */
export async function readTenantFolder(
  path: string,
  { cookbook }: { cookbook: string },
): Promise<{ folder: TenantFolder } | { faults: readonly FolderFault[] }> {
  const faults: FolderFault[] = [];
  const reading = { root: path, tree: await readTree(path, faults), faults };
  const recipes = { root: cookbook, tree: await readTree(cookbook, faults), faults };
  noteStrangers(reading, inTenant);
  noteStrangers(recipes, inCookbook);

  const id = basename(path);
  const tenant = readNamed(reading, TenantDefinition, { path: "tenant.yaml", id });
  const brands = readBrands(reading, id);
  const connectors = named(reading, /^connectors\/([^/]+)\.yaml$/).flatMap(
    (name) =>
      readNamed(reading, ConnectorDefinition, { path: `connectors/${name}.yaml`, id: name }) ?? [],
  );
  const services = named(reading, /^services\/([^/]+)\//).flatMap(
    (name) => readService(reading, name, recipes) ?? [],
  );
  const examples = services.flatMap(({ value }) => readExamples(reading, value));
  if (faults.length === 0) checkFolder(reading, { brands, connectors, services });

  if (!tenant || faults.length > 0) return { faults: once(faults) };
  return {
    folder: {
      tenant: tenant.value,
      brands,
      connectors: values(connectors),
      services: values(services),
      examples,
    },
  };
}

/** What two services share, a recipe or a base, is read for each, and so are its faults. */
function once(faults: readonly FolderFault[]): FolderFault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}

function named(reading: Reading, pattern: RegExp): string[] {
  return [...new Set([...reading.tree.keys()].flatMap((path) => path.match(pattern)?.[1] ?? []))];
}

function values<T>(read: readonly Read<T>[]): T[] {
  return read.map(({ value }) => value);
}

const slug = "[a-z0-9]+(?:-[a-z0-9]+)*";
const paths = (...patterns: string[]) => new RegExp(`^(?:README\\.md|${patterns.join("|")})$`);
const inCookbook = paths(`${slug}/(?:service|messages/${slug})\\.yaml`);
const inTenant = paths(
  "tenant\\.yaml",
  `brands/${slug}\\.(?:yaml|svg|png)`,
  `(?:connectors|mappings|simulators)/${slug}\\.yaml`,
  `services/${slug}/(?:service|mapping\\.${slug}|messages/${slug})\\.yaml`,
  `services/${slug}/examples/${slug}(?:\\.${slug})?\\.(?:json|xml)`,
);

/** A file under a name that means nothing would be passed over in silence: most likely the name is wrong. */
function noteStrangers(reading: Reading, known: RegExp): void {
  for (const path of reading.tree.keys()) {
    if (!known.test(path))
      noteFile(reading, path, "A file of this name and place means nothing here.");
  }
}
