import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The files of a folder by their path inside it, in order of name. */
export type Tree = ReadonlyMap<string, Uint8Array>;

const most = { files: 20_000, bytes: 256_000_000 };

/**
 * Read all files of a folder. Names that begin with a full stop are passed over.
 *
 * A link is refused rather than followed: a folder that came from elsewhere must not read files of this machine.
 */
export async function readTree(root: string): Promise<Tree> {
  const tree = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const path of await filesUnder(root, "")) {
    const content = await readFile(join(root, path));
    bytes += content.length;
    if (tree.size >= most.files || bytes > most.bytes) throw new Error(`${root} is too large for a tenant's folder`);
    tree.set(path, content);
  }
  return tree;
}

async function filesUnder(root: string, under: string): Promise<string[]> {
  const entries = await readdir(join(root, under), { withFileTypes: true });
  const shown = entries.filter((entry) => !entry.name.startsWith(".")).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const found: string[] = [];
  for (const entry of shown) {
    const path = under === "" ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesUnder(root, path)));
    else if (entry.isFile()) found.push(path);
    else throw new Error(`${join(root, path)} is neither a file nor a folder`);
  }
  return found;
}
