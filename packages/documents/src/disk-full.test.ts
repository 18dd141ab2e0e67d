import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bytesOf } from "./bytes.ts";
import { createDiskStorage } from "./disk-storage.ts";
import { inChunks } from "./fixtures.ts";

const folder = await mkdtemp(join(tmpdir(), "full-"));
const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", folder]);

if (mounted.status !== 0) await rm(folder, { recursive: true });

// Only whoever may mount a small disk can see it full.
describe.skipIf(mounted.status !== 0)("a disk that is full", () => {
  afterAll(async () => {
    spawnSync("umount", [folder]);
    await rm(folder, { recursive: true, force: true });
  });

  const key = Buffer.alloc(32, 1);
  const storage = createDiskStorage(folder);
  const put = (bytes: number) =>
    storage.put(inChunks(Buffer.alloc(bytes, "a"), 10_000), { key, maxBytes: 10_000_000 });

  it("takes no more, says so, keeps what it has, and nothing of what it did not take", async () => {
    const { id } = await put(100_000);
    await expect(put(500_000)).rejects.toMatchObject({ code: "storage-full" });
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    expect(files.filter((one) => one.isFile()).map(({ name }) => name)).toEqual([id]);
    expect((await bytesOf(storage.read(id, key))).length).toBe(100_000);
    expect((await put(20_000)).bytes).toBe(20_000);
  });
});
