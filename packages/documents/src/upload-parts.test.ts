import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { createDiskStorage } from "./disk-storage.ts";
import { inChunks, pdf } from "./fixtures.ts";
import { receiveUpload } from "./upload.ts";

describe("a request of more parts than there can be", () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "guildhall-upload-"));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it("is read no further, and nothing of it is kept", async () => {
    const head = 'Content-Disposition: form-data; name="file"; filename="a.pdf"';
    const part = `--b\r\n${head}\r\n\r\n${pdf().toString("latin1")}\r\n`;
    const body = Readable.from(inChunks(Buffer.from(`${part.repeat(2000)}--b--\r\n`), 500));
    const upload = receiveUpload(
      { contentType: "multipart/form-data; boundary=b", body },
      {
        storage: createDiskStorage(directory),
        key: randomBytes(32),
        limits: { maxFiles: 2, maxBytes: 200_000 },
      },
    );
    await expect(upload).rejects.toMatchObject({ faults: [{ code: "too-many" }] });
    expect(body.readableEnded).toBe(false);
    const left = await readdir(directory, { recursive: true, withFileTypes: true });
    expect(left.filter((one) => one.isFile())).toEqual([]);
  });
});
