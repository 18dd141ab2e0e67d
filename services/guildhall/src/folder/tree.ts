import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FolderFault } from "./fault.ts";

/** The files of a folder by their path inside it, in order of name. */
export type Tree = ReadonlyMap<string, Uint8Array>;

type Refuse = (path: string, sentence: string) => void;

const largest = 10_000_000;

/**
 * Read all files of a folder, and add to `faults` what cannot be read. Names that begin with a full stop are passed over.
 *
 * A link is a fault and is not followed: a folder that came from elsewhere must not read files of this machine.
 */
export async function readTree(root: string, faults: FolderFault[]): Promise<Tree> {
  const tree = new Map<string, Uint8Array>();
  const refuse: Refuse = (path, sentence) => {
    faults.push({ file: join(root, path), line: 1, pointer: "", sentence });
  };
  for (const path of await filesUnder(root, "", refuse)) {
    const content = await readFile(join(root, path));
    if (content.length > largest) refuse(path, "The file is too large: 10 megabytes is the most.");
    else tree.set(path, content);
  }
  return tree;
}

async function filesUnder(root: string, under: string, refuse: Refuse): Promise<string[]> {
  const entries = await readdir(join(root, under), { withFileTypes: true }).catch(() => undefined);
  if (!entries) refuse(under, "There is no such folder, or it cannot be read.");
  const shown = entries?.filter(({ name }) => !name.startsWith(".")) ?? [];
  const found: string[] = [];
  for (const entry of shown.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = under === "" ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesUnder(root, path, refuse)));
    else if (entry.isFile()) found.push(path);
    else refuse(path, "This is neither a file nor a folder; links are not followed.");
  }
  return found;
}
