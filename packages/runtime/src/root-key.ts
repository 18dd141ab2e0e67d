import { randomBytes } from "node:crypto";
import { mkdir, open, stat } from "node:fs/promises";
import { join } from "node:path";
import { decodeKey } from "./setting.ts";

export interface RootKeyOptions {
  /** The key of the environment, which comes first. */
  readonly rootKey?: Uint8Array;
  readonly data: string;
}

/**
 * Give the root key: the one that was set, or the one in the data folder, made at the first start.
 *
 * Without it nothing in the folder can be read again, so it is on the disk before it is used, and a
 * file that others on the machine can read is refused.
 */
export async function loadRootKey({ rootKey, data }: RootKeyOptions): Promise<Uint8Array> {
  if (rootKey) return rootKey;
  const path = join(data, "root.key");
  await mkdir(data, { recursive: true, mode: 0o700 });
  return (await makeKey(path)) ?? (await readKey(path));
}

/** Undefined, if there is one already: two processes that start at once agree on the first one's. */
async function makeKey(path: string): Promise<Uint8Array | undefined> {
  const file = await open(path, "wx", 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST") return undefined;
    throw error;
  });
  if (!file) return undefined;
  const made = randomBytes(32);
  try {
    await file.writeFile(`${made.toString("hex")}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return new Uint8Array(made);
}

async function readKey(path: string): Promise<Uint8Array> {
  const { mode } = await stat(path);
  if (mode & 0o077) throw new Error(`${path} can be read by others; run: chmod 600 ${path}`);
  const file = await open(path, "r");
  try {
    const made = decodeKey(await file.readFile("utf8"));
    if (!made) throw new Error(`${path} does not hold a key of 32 bytes.`);
    return made;
  } finally {
    await file.close();
  }
}
