import { createHash } from "node:crypto";
import { Slug } from "@guildhall/contract";
import type { FolderContents } from "@guildhall/domain";
import { createSchemaChecker } from "@guildhall/xml";
import type { FolderFault } from "../read/fault.ts";
import { readContents } from "../read/read-contents.ts";
import type { Tree } from "../tree.ts";
import { ArchiveRefused, unpackArchive } from "./unpack.ts";

/** What an archive holds, and a digest of its files; or all that is wrong with them. */
export type ReadArchive =
  | { readonly contents: FolderContents; readonly digest: string; readonly hasTenant: boolean }
  | { readonly faults: readonly FolderFault[] };

/**
 * Read a tenant's folder, or a part of one, from a zip archive; a `cookbook` may lie beside it.
 *
 * @throws ArchiveRefused
 */
export async function readArchive(bytes: Uint8Array): Promise<ReadArchive> {
  const roots = rootsOf(await unpackArchive(bytes));
  const { size } = new Set([...roots.own.keys()].flatMap((path) => path.match(ofService) ?? []));
  if (size > mostServices)
    throw new ArchiveRefused(`The archive has ${size} services; ${mostServices} is the most.`);
  return readLoose(roots);
}

/** Live and in the making; each may be laid over a whole recipe. */
const mostServices = 200;
const ofService = /^(?:services|drafts)\/[^/]+\//;

/** The files of a folder, and of the cookbook beside it. */
export interface LooseFolder {
  readonly id: string;
  readonly own: Tree;
  readonly cookbook: Tree;
}

/** Read a folder that may be a part of one. */
export async function readLoose({ id, own, cookbook }: LooseFolder): Promise<ReadArchive> {
  const checker = createSchemaChecker();
  const reading = (root: string, tree: Tree) => ({ root, tree, faults: [], parsed: new Map() });
  try {
    const files = { id, own: reading("", own), cookbook: reading("cookbook", cookbook) };
    const result = await readContents(files, { checker });
    if ("faults" in result) return result;
    const { contents } = result;
    return { contents, digest: digestOf([own, cookbook]), hasTenant: own.has("tenant.yaml") };
  } finally {
    await checker.close();
  }
}

/** What a tenant's folder has at its top. */
const known = new Set(
  `tenant.yaml README.md brands connectors datasets drafts mappings schemas services simulators
  targets`.split(/\s+/),
);

/** An archive holds the folder itself, or what is in it; a cookbook lies beside either. */
export function rootsOf(tree: Tree): LooseFolder {
  const isShared = (path: string) => path.startsWith("cookbook/");
  const paths = [...tree.keys()].filter((path) => !isShared(path));
  const [top = ""] = (paths[0] ?? "").split("/");
  const isInside = !known.has(top) && paths.every((path) => path.startsWith(`${top}/`));
  return {
    id: isInside && Slug.safeParse(top).success ? top : "folder",
    own: under(tree, paths, isInside ? top.length + 1 : 0),
    cookbook: under(tree, [...tree.keys()].filter(isShared), "cookbook/".length),
  };
}

function under(tree: Tree, paths: readonly string[], from: number): Tree {
  return new Map(paths.map((path) => [path.slice(from), tree.get(path) ?? new Uint8Array()]));
}

function digestOf(trees: readonly Tree[]): string {
  const hash = createHash("sha256");
  for (const tree of trees)
    for (const [path, bytes] of tree) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest("base64url");
}
