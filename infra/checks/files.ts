import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";

const left = new Set(["node_modules", "dist", ".turbo", ".git"]);

/** Every file under a folder, by its path from there; none, where there is no folder. */
export async function filesUnder(folder: string): Promise<string[]> {
  const found = await walk(folder);
  return found.map((path) => relative(folder, path)).sort();
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  const parts = entries.map((entry) => {
    const path = join(folder, entry.name);
    if (left.has(entry.name) || entry.isSymbolicLink()) return [];
    return entry.isDirectory() ? walk(path) : [path];
  });
  return (await Promise.all(parts)).flat();
}
