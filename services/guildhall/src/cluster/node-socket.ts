import { createHash } from "node:crypto";
import { chmodSync, lstatSync, mkdirSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";

/** A socket's path has to fit the 104 bytes that the systems leave it, and no system says so plainly. */
const longestPath = 100;

/**
 * Where a node is reached by the others on its machine: in the data folder, or where that would be too long, in one
 * of our own among the temporary files.
 */
export function socketPathOf(data: string, node: string): string {
  const path = join(data, "nodes", `${node}.sock`);
  return Buffer.byteLength(path) <= longestPath ? path : join(shortFolder(data), `${node}.sock`);
}

/**
 * The same, with the folder made; only we can open what is in it.
 *
 * @throws Error of one sentence, where the folder is another's: among the temporary files anybody may have made it
 * before us, and whoever has it could answer in our stead.
 */
export function makeSocketPath(data: string, node: string): string {
  const path = socketPathOf(data, node);
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== userInfo().uid)
    throw new Error(`${folder} has to be a folder of this user's own. Remove it.`);
  chmodSync(folder, 0o700);
  return path;
}

function shortFolder(data: string): string {
  const name = createHash("sha256").update(data).digest("hex").slice(0, 12);
  return join(tmpdir(), `guildhall-${userInfo().uid}-${name}`);
}
