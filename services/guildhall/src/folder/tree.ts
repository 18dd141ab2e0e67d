import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FolderFault, Tree } from "@guildhall/folder";

type Refuse = (path: string, sentence: string) => void;

const largest = 10_000_000;
/** So many files are open at once. */
const together = 32;

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
  const paths = await filesUnder(root, "", refuse);
  for (let at = 0; at < paths.length; at += together) {
    const some = paths.slice(at, at + together);
    const contents = await Promise.all(some.map((path) => readFile(join(root, path))));
    for (const [index, content] of contents.entries()) {
      const path = some[index] ?? "";
      if (content.length <= largest) tree.set(path, content);
      else refuse(path, "The file is too large: 10 megabytes is the most.");
    }
  }
  return tree;
}

async function filesUnder(root: string, under: string, refuse: Refuse): Promise<string[]> {
  const entries = await readdir(join(root, under), { withFileTypes: true }).catch(() => undefined);
  if (!entries) refuse(under, "There is no such folder, or it cannot be read.");
  const shown = entries?.filter(({ name }) => !name.startsWith(".")) ?? [];
  const found = shown
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(async (entry): Promise<string[]> => {
      const path = under === "" ? entry.name : `${under}/${entry.name}`;
      if (entry.isDirectory()) return filesUnder(root, path, refuse);
      if (entry.isFile()) return [path];
      refuse(path, "This is neither a file nor a folder; links are not followed.");
      return [];
    });
  return (await Promise.all(found)).flat();
}
