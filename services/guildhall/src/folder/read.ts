import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { ConnectorDefinition, type ServiceDefinition, TenantDefinition } from "@guildhall/contract";
import { createSchemaChecker, type SchemaChecker } from "@guildhall/xml";
import { readBrands } from "./brands.ts";
import { checkFolder } from "./check.ts";
import { readDataset } from "./datasets.ts";
import { readExamples } from "./examples.ts";
import type { FolderFault } from "./fault.ts";
import { probe } from "./probe.ts";
import { noteFile, type Read, type Reading, readNamed } from "./reading.ts";
import { checkSchema, readSchemas } from "./schemas.ts";
import { readService } from "./service.ts";
import type { TenantFolder } from "./tenant-folder.ts";
import { readTree } from "./tree.ts";
import { faultAt } from "./written.ts";

export type FolderResult = { folder: TenantFolder } | { faults: readonly FolderFault[] };

/** What is kept of a folder, to say where in its files something is wrong. */
type WholeResult =
  | { folder: TenantFolder; written: readonly Read<ServiceDefinition>[] }
  | { faults: readonly FolderFault[] };

/** Reads tenants' folders beside one cookbook. */
export interface FolderReader {
  /** Read a tenant's folder whole, or say everything that is wrong with it. */
  read(path: string): Promise<FolderResult>;
  /** A digest of all that was read for a folder, and of what read it: as long as it is the same, so is the result. */
  digest(path: string): Promise<string>;
  /**
   * Try some services' mappings out with the extremes of their forms, and say what answers could do to them.
   *
   * The folder was read without a fault before. It takes longer than reading, so it is for what has changed.
   */
  prove(path: string, services: ReadonlySet<string>): Promise<readonly FolderFault[]>;
  /** End the thread that schema sets are tried in. */
  close(): Promise<void>;
}

export interface ReaderOptions {
  /** Whether documents of examples may be missing, for those to be read that make them. */
  readonly mayLack?: boolean;
}

/** Make a reader that reads the cookbook's files once, however many folders and services use them. */
export function createFolderReader(
  cookbook: string,
  { mayLack = false }: ReaderOptions = {},
): FolderReader {
  const checker = createSchemaChecker();
  const opened = new Map<string, Promise<Reading>>();
  const open = (root: string) => {
    const reading = opened.get(root) ?? openFolder(root);
    opened.set(root, reading);
    return reading;
  };
  const known = new Map<string, Promise<WholeResult>>();
  const read = async (path: string) => {
    const whole = Promise.all([open(path), open(cookbook)]).then(([own, shared]) =>
      readFolder(own, shared, { checker, mayLack }),
    );
    known.set(path, whole);
    return whole;
  };
  return {
    read,
    prove: async (path, services) => {
      const whole = await (known.get(path) ?? read(path));
      return "faults" in whole ? whole.faults : proveServices(whole, services, checker);
    },
    digest: async (path) => digestOf([await open(path), await open(cookbook)]),
    close: () => checker.close(),
  };
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
): Promise<FolderResult> {
  const reader = createFolderReader(cookbook);
  try {
    return await reader.read(path);
  } finally {
    await reader.close();
  }
}

function digestOf(readings: readonly Reading[]): string {
  const hash = createHash("sha256").update(readFileSync(program));
  for (const { tree } of readings)
    for (const [path, bytes] of tree) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest("base64url");
}

/** The bundle that this is a part of: another program may read the same files otherwise. */
const program = fileURLToPath(import.meta.url);

async function openFolder(root: string): Promise<Reading> {
  const faults: FolderFault[] = [];
  return { root, tree: await readTree(root, faults), faults, parsed: new Map() };
}

async function readFolder(
  opened: Reading,
  shared: Reading,
  { checker, mayLack }: { checker: SchemaChecker; mayLack: boolean },
): Promise<WholeResult> {
  const faults = [...opened.faults, ...shared.faults];
  const reading = { ...opened, faults };
  const cookbook = { ...shared, faults };
  noteStrangers(reading, inTenant);
  noteStrangers(cookbook, inCookbook);

  const id = basename(reading.root);
  const tenant = readNamed(reading, TenantDefinition, { path: "tenant.yaml", id });
  const parts = readParts(reading, cookbook);
  const examples = parts.services.flatMap(({ value }) =>
    readExamples(reading, value, { cookbook, mayLack }),
  );
  if (faults.length === 0) checkFolder(reading, parts);
  // Last, since making a set ready takes longer than all else.
  if (faults.length === 0) for (const set of parts.schemas) await checkSchema(set, checker);

  if (!tenant || faults.length > 0) return { faults: once(faults) };
  const { brands, datasets } = parts;
  return {
    written: parts.services,
    folder: {
      tenant: tenant.value,
      brands,
      connectors: values(parts.connectors),
      datasets,
      schemas: values(parts.schemas),
      services: values(parts.services),
      examples,
    },
  };
}

async function proveServices(
  { folder, written }: Exclude<WholeResult, { faults: unknown }>,
  services: ReadonlySet<string>,
  checker: SchemaChecker,
): Promise<FolderFault[]> {
  const faults: FolderFault[] = [];
  for (const one of written.filter(({ value }) => services.has(value.id))) {
    const said = await probe(one.value, { folder, checker });
    faults.push(...said.map(([path, sentence]) => faultAt(one.written, path, sentence)));
  }
  return once(faults);
}

function readParts(reading: Reading, cookbook: Reading) {
  const services = named(reading, /^services\/([^/]+)\//).flatMap(
    (name) => readService(reading, name, cookbook) ?? [],
  );
  const asked = services.flatMap(({ value }) =>
    value.mappings.flatMap(({ schema }) => schema ?? []),
  );
  return {
    brands: readBrands(reading, basename(reading.root)),
    connectors: named(reading, /^connectors\/([^/]+)\.yaml$/).flatMap(
      (id) => readNamed(reading, ConnectorDefinition, { path: `connectors/${id}.yaml`, id }) ?? [],
    ),
    datasets: named(reading, /^datasets\/([^/]+)\.csv$/).flatMap(
      (id) => readDataset(reading, id) ?? [],
    ),
    schemas: readSchemas(reading, cookbook, new Set(asked)),
    services,
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
const schemaSet = `schemas/${slug}/(?:set\\.yaml|[A-Za-z0-9._-]+\\.xsd|README\\.md|LICENSE)`;
const inCookbook = paths(
  schemaSet,
  `${slug}/(?:service(?:\\.cy)?|mapping\\.${slug}|(?:messages|scenarios)/${slug})\\.yaml`,
  `${slug}/examples/${slug}\\.json`,
);
const inTenant = paths(
  "tenant\\.yaml",
  schemaSet,
  `datasets/${slug}\\.csv`,
  `brands/${slug}\\.(?:yaml|svg|png)`,
  `(?:connectors|mappings|simulators)/${slug}\\.yaml`,
  `services/${slug}/(?:service(?:\\.cy)?|mapping\\.${slug}|(?:messages|scenarios)/${slug})\\.yaml`,
  `services/${slug}/examples/${slug}(?:\\.${slug})?\\.(?:json|xml)`,
);

/** A file under a name that means nothing would be passed over in silence: most likely the name is wrong. */
function noteStrangers(reading: Reading, known: RegExp): void {
  for (const path of reading.tree.keys()) {
    if (!known.test(path))
      noteFile(reading, path, "A file of this name and place means nothing here.");
  }
}
