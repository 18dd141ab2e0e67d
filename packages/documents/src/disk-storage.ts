import { createHash, randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Problem } from "@guildhall/contract";
import { atMost, type Bytes } from "./bytes.ts";
import { DocumentDamaged, saltBytes, seal, unseal } from "./seal.ts";
import type { Storage, Stored } from "./storage.ts";

const magic = Buffer.from("GHD1");
const headerBytes = magic.length + saltBytes;
const idPattern = /^[0-9a-f]{32}$/;

/** Keep documents as files with names that say nothing, which only this user can read. */
export function createDiskStorage(directory: string): Storage {
  const pathOf = (id: string) => join(directory, id.slice(0, 2), id);

  return {
    async put(source, { key, maxBytes }) {
      const id = randomBytes(16).toString("hex");
      const path = pathOf(id);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const counted = countBytes(source, maxBytes);
      await writeWhole(path, (file) => writeSealed(file, counted.source, { key, id }));
      return { id, ...counted.result() };
    },
    read: (id, key) => readSealed(idPattern.test(id) ? pathOf(id) : undefined, id, key),
    async delete(id) {
      if (idPattern.test(id)) await rm(pathOf(id), { force: true });
    },
    sweep: ({ olderThanMs = 86_400_000 } = {}) => sweepParts(directory, olderThanMs),
  };
}

/** Pass a stream on, knowing at its end how much it was and what it hashes to. */
function countBytes(source: Bytes, maxBytes: number) {
  const hash = createHash("sha256");
  let bytes = 0;

  async function* counting(): AsyncGenerator<Uint8Array> {
    for await (const chunk of atMost(source, maxBytes)) {
      bytes += chunk.length;
      hash.update(chunk);
      yield chunk;
    }
  }

  const result = (): Omit<Stored, "id"> => ({ bytes, sha256: hash.digest("hex") });
  return { source: counting(), result };
}

/** Under its own name a file is whole and on the disk; until then it is a `.part`. */
async function writeWhole(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const part = `${path}.part`;
  const file = await open(part, "wx", 0o600);
  try {
    await write(file);
    await file.sync();
    await file.close();
    await rename(part, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
    throw isFull(error) ? new Problem("storage-full") : error;
  }
}

/** The disk, or this user's share of it. */
function isFull(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOSPC" || code === "EDQUOT";
}

async function writeSealed(
  file: FileHandle,
  source: Bytes,
  { key, id }: { readonly key: Uint8Array; readonly id: string },
): Promise<void> {
  const salt = randomBytes(saltBytes);
  await file.write(Buffer.concat([magic, salt]));
  for await (const segment of seal(source, { key, id, salt })) await file.write(segment);
}

async function* readSealed(
  path: string | undefined,
  id: string,
  key: Uint8Array,
): AsyncGenerator<Uint8Array> {
  const file = path === undefined ? undefined : await openIfThere(path);
  if (!file) throw new Problem("document-not-found");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
    if (bytesRead < headerBytes || !buffer.subarray(0, magic.length).equals(magic)) {
      throw new DocumentDamaged();
    }
    const sealed = file.createReadStream({ start: headerBytes, autoClose: false });
    yield* unseal(sealed, { key, id, salt: buffer.subarray(magic.length) });
  } finally {
    await file.close();
  }
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function sweepParts(directory: string, olderThanMs: number): Promise<number> {
  const names = await readdir(directory, { recursive: true }).catch(() => []);
  let swept = 0;
  for (const name of names.filter((one) => one.endsWith(".part"))) {
    const path = join(directory, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs < olderThanMs) continue;
    await rm(path, { force: true });
    swept += 1;
  }
  return swept;
}
