import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type FolderFault,
  faultAt,
  once,
  type Reading,
  readFolder,
  type TenantFolder,
  type WholeFolder,
} from "@guildhall/folder";
import { createSchemaChecker, type SchemaChecker } from "@guildhall/xml";
import { probe } from "./probe.ts";
import { readTree } from "./tree.ts";

export type FolderResult = { folder: TenantFolder } | { faults: readonly FolderFault[] };

type WholeResult = WholeFolder | { faults: readonly FolderFault[] };

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
  // A folder that was exported says everything itself, and needs no cookbook beside it.
  const shared = () => (existsSync(cookbook) ? open(cookbook) : openNothing(cookbook));
  const known = new Map<string, Promise<WholeResult>>();
  const read = async (path: string) => {
    const whole = Promise.all([open(path), shared()]).then(([own, shared]) =>
      readFolder({ id: basename(path), own, cookbook: shared }, { checker, mayLack }),
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
    digest: async (path) => digestOf([await open(path), await shared()]),
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

async function openNothing(root: string): Promise<Reading> {
  return { root, tree: new Map(), faults: [], parsed: new Map() };
}

async function proveServices(
  { folder, written }: WholeFolder,
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
