import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { SchemaSet } from "@guildhall/contract";
import {
  type FolderFault,
  faultAt,
  placeInSet,
  type Reading,
  readNamed,
  SetFile,
  textOf,
  type Written,
} from "@guildhall/folder";
import type { SchemaChecker, SchemaFault } from "@guildhall/xml";
import { lineOfFault } from "./visible.ts";

/** A schema set cannot be used: a line for each thing that is wrong with it. */
export class SchemaSetUnusable extends Error {
  constructor(path: string, lines: readonly string[]) {
    super(`${path} cannot be checked with:\n${lines.join("\n")}`);
    this.name = "SchemaSetUnusable";
  }
}

const setFile = "set.yaml";

/**
 * Read a schema set from disk: a folder with its `set.yaml`, that file, or a main schema with the others beside it.
 *
 * @throws SchemaSetUnusable
 */
export async function readSchemaSet(
  path: string,
  checker: Pick<SchemaChecker, "compile">,
): Promise<SchemaSet> {
  const { folder, main } = await locate(path);
  const reading = await open(folder);
  const { set, written } = main === setFile ? readWhole(reading) : readBare(reading, main);
  refuse(path, reading.faults);
  const faults = await checker.compile(set);
  refuse(
    path,
    faults.map((fault) => faultOnDisk(fault, { set, written, folder, main })),
  );
  return set;
}

type Line = Pick<FolderFault, "file" | "line" | "sentence">;

function refuse(path: string, faults: readonly Line[]): void {
  if (faults.length === 0) return;
  throw new SchemaSetUnusable(path, faults.map(lineOfFault));
}

async function locate(path: string): Promise<{ folder: string; main: string }> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return { folder: path, main: setFile };
  const main = basename(path);
  if (found && (main === setFile || main.endsWith(".xsd"))) return { folder: dirname(path), main };
  const sentence = found ? `It is neither a schema nor a ${setFile}.` : "There is no such file.";
  throw new SchemaSetUnusable(path, [sentence]);
}

async function open(root: string): Promise<Reading> {
  const names = (await readdir(root)).filter((name) => name === setFile || name.endsWith(".xsd"));
  const files = names.sort().map(async (name) => [name, await readFile(join(root, name))] as const);
  return { root, tree: new Map(await Promise.all(files)), faults: [], parsed: new Map() };
}

interface ReadSet {
  readonly set: SchemaSet;
  /** Where each of the set's rules stands. */
  readonly written?: Written | undefined;
}

function readWhole(reading: Reading): ReadSet {
  const named = readNamed(reading, SetFile, { path: setFile, id: anyId });
  if (!named) return readBare(reading, "");
  return { set: { ...named.value, files: filesOf(reading) }, written: named.written };
}

function readBare(reading: Reading, main: string): ReadSet {
  return { set: { id: anyId, main, files: filesOf(reading), namespaces: {}, rules: [] } };
}

/** Nothing here refers to it. */
const anyId = "schema";

function filesOf(reading: Reading): SchemaSet["files"] {
  const names = [...reading.tree.keys()].filter((name) => name !== setFile);
  return Object.fromEntries(names.map((name) => [name, textOf(reading, name) ?? ""]));
}

function faultOnDisk(
  { file, line = 1, rule, sentence }: SchemaFault,
  { set, written, folder, main }: ReadSet & { folder: string; main: string },
): Line {
  if (rule === undefined || !written) return { file: join(folder, file ?? main), line, sentence };
  return faultAt(written, placeInSet(set, rule), sentence);
}
