import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

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

/** The same, with the folder made; only we can open what is in it. */
export function makeSocketPath(data: string, node: string): string {
  const path = socketPathOf(data, node);
  mkdirSync(join(path, ".."), { recursive: true, mode: 0o700 });
  return path;
}

function shortFolder(data: string): string {
  const name = createHash("sha256").update(data).digest("hex").slice(0, 12);
  return join(tmpdir(), `guildhall-${userInfo().uid}-${name}`);
}
