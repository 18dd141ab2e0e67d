import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

/** A file that was asked for and cannot be read. */
export interface UnreadableFault {
  readonly code: "unreadable";
  readonly sentence: string;
}

/** The files that paths lead to: each as it is named, and of a folder all `.xml` files in and under it, in order. */
export async function xmlFilesIn(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
    found.push(...(isFolder ? await xmlFilesUnder(path) : [path]));
  }
  return found;
}

async function xmlFilesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.xml$/i.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

/** A file's bytes, or why there are none. */
export async function readDocument(
  file: string,
): Promise<{ bytes: Uint8Array } | { fault: UnreadableFault }> {
  try {
    return { bytes: await readFile(file) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const why = Object.hasOwn(reasons, code) ? reasons[code] : "";
    return { fault: { code: "unreadable", sentence: `It cannot be read${why ?? ""}.` } };
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: ": there is no such file",
  EACCES: ": you may not read it",
  EISDIR: ": it is a folder",
  ERR_FS_FILE_TOO_LARGE: ": it is too large",
};
