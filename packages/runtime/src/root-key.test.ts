import { chmod, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadRootKey } from "./root-key.ts";

describe("loadRootKey", () => {
  let data: string;
  let path: string;

  beforeEach(async () => {
    data = join(await mkdtemp(join(tmpdir(), "guildhall-key-")), "data");
    path = join(data, "root.key");
  });
  afterEach(() => rm(join(data, ".."), { recursive: true }));

  it("takes the key that was set, and makes no file", async () => {
    const rootKey = new Uint8Array(32).fill(7);
    expect(await loadRootKey({ rootKey, data })).toBe(rootKey);
    await expect(stat(path)).rejects.toThrow();
  });

  it("makes a key that only this user can read, and gives the same one ever after", async () => {
    const made = await loadRootKey({ data });
    expect(made).toHaveLength(32);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await loadRootKey({ data })).toEqual(made);
  });

  it("makes another key for another folder", async () => {
    const other = await loadRootKey({ data: join(data, "other") });
    expect(await loadRootKey({ data })).not.toEqual(other);
  });

  it("refuses a key that others can read", async () => {
    await loadRootKey({ data });
    await chmod(path, 0o644);
    await expect(loadRootKey({ data })).rejects.toThrow(/chmod 600/);
  });

  it("refuses a file that holds no key, without quoting it", async () => {
    await loadRootKey({ data });
    await writeFile(path, "CANARY");
    await expect(loadRootKey({ data })).rejects.toThrow(/does not hold a key of 32 bytes\.$/);
  });
});
