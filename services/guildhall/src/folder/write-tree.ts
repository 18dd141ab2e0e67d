import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Tree } from "@guildhall/folder";

/** What an export writes; other files of a folder are somebody's own: examples, simulators, words about it. */
const written =
  /^(?:tenant\.yaml|(?:brands|connectors|datasets|drafts|schemas|targets)\/.*|services\/[^/]+\/(?!examples\/).*)$/;

/**
 * Write files to a folder that is not there or has nothing in it.
 *
 * With `replace` they go in the place of what an export wrote before, and what is in it no more is taken away.
 *
 * @throws Error of one sentence, where the folder has something in it
 */
export async function writeTree(
  folder: string,
  tree: Tree,
  { replace }: { readonly replace: boolean },
): Promise<void> {
  const there = await filesIn(folder);
  if (there.length > 0 && !replace)
    throw new Error(
      `${folder} is not empty. Name another folder, or add --replace to write over what is in it.`,
    );
  for (const [path, bytes] of tree) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  const gone = there.filter((path) => written.test(path) && !tree.has(path));
  for (const path of gone) await rm(join(folder, path));
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, "/").length));
}
