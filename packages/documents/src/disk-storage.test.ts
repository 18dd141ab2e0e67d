import { createHash, randomBytes } from "node:crypto";
import {
  copyFile,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem } from "@guildhall/contract";
import { bytesOf } from "./bytes.ts";
import { createDiskStorage } from "./disk-storage.ts";
import { inChunks } from "./fixtures.ts";
import { DocumentDamaged } from "./seal.ts";
import type { Storage } from "./storage.ts";

describe("the disk storage", () => {
  const key = randomBytes(32);
  const bytes = Buffer.from("the neighbours' drums ".repeat(10_000));
  const limits = { key, maxBytes: bytes.length };
  let directory: string;
  let storage: Storage;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "guildhall-documents-"));
    storage = createDiskStorage(directory);
  });
  afterEach(() => rm(directory, { recursive: true }));

  it("gives a document back as it was, and says how long it is and what it hashes to", async () => {
    const stored = await storage.put(inChunks(bytes, 1000), limits);
    expect(stored).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
    expect(Buffer.compare(await read(stored.id), bytes)).toBe(0);
  });

  it("leaves nothing readable on the disk, and nothing that others may open", async () => {
    const { id } = await storage.put(inChunks(bytes), limits);
    expect((await readFile(pathOf(id))).includes("drums")).toBe(false);
    expect((await stat(pathOf(id))).mode & 0o777).toBe(0o600);
  });

  it("refuses a document over the limit and leaves nothing of it", async () => {
    const put = storage.put(inChunks(bytes, 1000), { key, maxBytes: bytes.length - 1 });
    await expect(put).rejects.toThrow(new Problem("body-too-large"));
    expect(await files()).toEqual([]);
  });

  it("leaves nothing of a document whose sender broke off", async () => {
    const put = storage.put(brokenOff(), limits);
    await expect(put).rejects.toThrow("broken off");
    expect(await files()).toEqual([]);
  });

  it("does not know what was deleted, and deletes twice without complaint", async () => {
    const { id } = await storage.put(inChunks(bytes), limits);
    await storage.delete(id);
    await storage.delete(id);
    await expect(read(id)).rejects.toThrow(expect.objectContaining({ code: "document-not-found" }));
    expect(await files()).toEqual([]);
  });

  it.each(["../../etc/passwd", "", "a".repeat(32), "%2e%2e", `${"a".repeat(31)}/`])(
    "does not know the id %j",
    async (id) => {
      await storage.delete(id);
      await expect(read(id)).rejects.toThrow(
        expect.objectContaining({ code: "document-not-found" }),
      );
    },
  );

  it("refuses a file that was cut off", async () => {
    const { id } = await storage.put(inChunks(bytes), limits);
    for (const length of [1000, 40, 3, 0]) {
      await truncate(pathOf(id), length);
      await expect(read(id)).rejects.toThrow(DocumentDamaged);
    }
  });

  it("refuses one document's file in another's place", async () => {
    const mine = await storage.put(inChunks(bytes), limits);
    const theirs = await storage.put(inChunks(bytes), limits);
    await copyFile(pathOf(theirs.id), pathOf(mine.id));
    await expect(read(mine.id)).rejects.toThrow(DocumentDamaged);
  });

  it("does not open under another key", async () => {
    const { id } = await storage.put(inChunks(bytes), limits);
    await expect(bytesOf(storage.read(id, randomBytes(32)))).rejects.toThrow(DocumentDamaged);
  });

  it("stores the same bytes differently each time", async () => {
    const first = await storage.put(inChunks(bytes), limits);
    const second = await storage.put(inChunks(bytes), limits);
    expect(await readFile(pathOf(first.id))).not.toEqual(await readFile(pathOf(second.id)));
  });

  it("sweeps what a killed process left half written, once it is old, and nothing else", async () => {
    const { id } = await storage.put(inChunks(bytes), limits);
    await writeFile(`${pathOf(id)}.part`, "half");
    expect(await storage.sweep()).toBe(0);

    await utimes(`${pathOf(id)}.part`, 0, 0);
    expect(await storage.sweep()).toBe(1);
    expect(await files()).toEqual([id]);
  });

  function read(id: string): Promise<Uint8Array> {
    return bytesOf(storage.read(id, key));
  }

  function pathOf(id: string): string {
    return join(directory, id.slice(0, 2), id);
  }

  async function files(): Promise<string[]> {
    const found = await readdir(directory, { recursive: true, withFileTypes: true });
    return found.filter((one) => one.isFile()).map(({ name }) => name);
  }

  async function* brokenOff() {
    yield bytes.subarray(0, 100_000);
    throw new Error("broken off");
  }
});
