import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { bytesOf } from "./bytes.ts";
import { createDiskStorage } from "./disk-storage.ts";
import { begins, exif, inChunks, jfif, jpeg, pdf, png } from "./fixtures.ts";
import type { Storage } from "./storage.ts";
import { receiveUpload, type UploadRequest } from "./upload.ts";

interface Part {
  readonly field?: string;
  readonly name?: string;
  readonly type?: string;
  readonly data: Buffer | string;
}

describe("receiveUpload", () => {
  const key = randomBytes(32);
  const limits = { maxFiles: 2, maxBytes: 200_000 };
  let directory: string;
  let storage: Storage;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "guildhall-upload-"));
    storage = createDiskStorage(directory);
  });
  afterEach(() => rm(directory, { recursive: true }));

  it("stores the files with their question, their safe names and their kinds", async () => {
    const upload = await receive([
      { field: "question", data: "photos" },
      { name: "../Lärm.PDF", type: "application/pdf", data: pdf() },
      { name: "b.png", type: "application/octet-stream", data: png() },
    ]);

    expect(upload.question).toBe("photos");
    expect(upload.files.map(({ name, contentType }) => [name, contentType])).toEqual([
      ["Lärm.pdf", "application/pdf"],
      ["b.png", "image/png"],
    ]);
    expect(await read(upload.files[0]?.stored.id)).toEqual(pdf());
  });

  it("stores a photograph without what it tells of place and camera", async () => {
    const data = jpeg({ aside: [jfif, exif(1)] });
    const upload = await receive([{ name: "a.jpg", type: "image/jpeg", data }]);
    expect(await read(upload.files[0]?.stored.id)).toEqual(jpeg());
  });

  it("takes a web stream as a request gives it", async () => {
    const { contentType, bytes } = multipart([
      { name: "a.pdf", type: "application/pdf", data: pdf() },
    ]);
    const body = new Response(new Uint8Array(bytes)).body as UploadRequest["body"];
    const upload = await receiveUpload({ contentType, body }, { storage, key, limits });
    expect(upload.files).toHaveLength(1);
  });

  it("takes a file of exactly the size allowed", async () => {
    const data = Buffer.alloc(limits.maxBytes, "a");
    const upload = await receive([{ name: "a.txt", type: "text/plain", data }]);
    expect(upload.files[0]?.stored.bytes).toBe(limits.maxBytes);
  });

  it.each<[string, Part[], string, string | undefined]>([
    [
      "one file is too large",
      [{ name: "a.txt", data: Buffer.alloc(limits.maxBytes + 1, "a") }],
      "body-too-large",
      undefined,
    ],
    [
      "one of two is not what it says",
      [file("a.pdf"), { ...file("b.pdf"), data: begins.exe }],
      "file-not-allowed",
      "file-mismatch",
    ],
    [
      "one is refused at its very end",
      [file("a.pdf"), { ...file("b.pdf"), data: pdf().subarray(0, -8) }],
      "file-not-allowed",
      "file-damaged",
    ],
    [
      "a large one is refused at once",
      [{ ...file("a.pdf"), data: Buffer.alloc(150_000, "<") }, file("b.pdf")],
      "file-not-allowed",
      "file-mismatch",
    ],
    [
      "there are too many",
      [file("a.pdf"), file("b.pdf"), file("c.pdf")],
      "request-invalid",
      "too-many",
    ],
    ["there is none", [{ field: "question", data: "photos" }], "request-invalid", "missing"],
    [
      "a field is not known",
      [file("a.pdf"), { field: "status", data: "closed" }],
      "request-invalid",
      "unknown-field",
    ],
    [
      "a file is in another field",
      [{ ...file("a.pdf"), field: "avatar" }],
      "request-invalid",
      "unknown-field",
    ],
    [
      "the question is not a text",
      [file("a.pdf"), { field: "question", data: "a\0b" }],
      "request-invalid",
      "invalid",
    ],
    [
      "the question is too long",
      [file("a.pdf"), { field: "question", data: "x".repeat(300) }],
      "request-invalid",
      "invalid",
    ],
    [
      "the label is too long",
      [file("a.pdf"), { field: "label", data: "😀".repeat(201) }],
      "request-invalid",
      "invalid",
    ],
  ])("refuses all and keeps none when %s", async (_, parts, code, fault) => {
    const failure = await receive(parts).catch((error: unknown) => error);
    expect(failure).toMatchObject(
      fault ? { code, faults: [{ pointer: "/file", code: fault }] } : { code },
    );
    expect(await files()).toEqual([]);
  });

  it("reads a refused request to its end, so that the answer can be heard", async () => {
    const { contentType, bytes } = multipart([{ name: "a.exe", data: begins.exe }, file("b.pdf")]);
    const body = Readable.from(inChunks(bytes, 100));
    await receiveUpload({ contentType, body }, { storage, key, limits }).catch(() => undefined);
    expect(body.readableEnded).toBe(true);
  });

  it.each([0.2, 0.5, 0.99])(
    "leaves nothing of a request cut off at %d of its length",
    async (share) => {
      const { contentType, bytes } = multipart([
        file("a.pdf"),
        { name: "b.txt", data: Buffer.alloc(150_000, "b") },
      ]);
      const cut = bytes.subarray(0, Math.floor(bytes.length * share));
      const upload = receiveUpload(
        { contentType, body: Readable.from(inChunks(cut, 5000)) },
        { storage, key, limits },
      );
      await expect(upload).rejects.toMatchObject({
        code: "request-invalid",
        faults: [{ code: "malformed" }],
      });
      expect(await files()).toEqual([]);
    },
  );

  it("leaves nothing of a request whose connection breaks, after a refusal too", async () => {
    const { contentType, bytes } = multipart([
      { name: "a.exe", data: Buffer.alloc(150_000) },
      file("b.pdf"),
    ]);
    const body = Readable.from(breaking(bytes.subarray(0, 100_000)));
    await expect(receiveUpload({ contentType, body }, { storage, key, limits })).rejects.toThrow();
    expect(await files()).toEqual([]);
  });

  it("refuses by its declared length before it reads anything", async () => {
    const body = Readable.from(inChunks(Buffer.from("x")));
    const request = {
      contentType: "multipart/form-data; boundary=b",
      contentLength: "9000000",
      body,
    };
    const upload = receiveUpload(request, { storage, key, limits });
    await expect(upload).rejects.toMatchObject({ code: "body-too-large" });
    expect(body.readableDidRead).toBe(false);
  });

  it("stops a request that goes on beyond what all its files may be", async () => {
    const endless = Readable.from(inChunks(Buffer.alloc(600_000, "x"), 10_000));
    const upload = receiveUpload(
      { contentType: "multipart/form-data; boundary=b", body: endless },
      { storage, key, limits },
    );
    await expect(upload).rejects.toMatchObject({ code: "body-too-large" });
  });

  it.each([
    ["application/json", "media-type-unsupported"],
    [undefined, "media-type-unsupported"],
    ["multipart/form-data; charset=utf-8", "request-invalid"],
  ])("refuses the content type %s", async (contentType, code) => {
    const upload = receiveUpload(
      { contentType, body: Readable.from([]) },
      { storage, key, limits },
    );
    await expect(upload).rejects.toMatchObject({ code });
  });

  it("refuses a request without a body", async () => {
    const request = { contentType: "multipart/form-data; boundary=b", body: null };
    await expect(receiveUpload(request, { storage, key, limits })).rejects.toMatchObject({
      code: "request-invalid",
    });
  });

  function receive(parts: readonly Part[]) {
    const { contentType, bytes } = multipart(parts);
    return receiveUpload(
      { contentType, body: Readable.from(inChunks(bytes, 4099)) },
      { storage, key, limits },
    );
  }

  async function read(id = ""): Promise<Buffer> {
    return Buffer.from(await bytesOf(storage.read(id, key)));
  }

  async function files(): Promise<string[]> {
    const found = await readdir(directory, { recursive: true, withFileTypes: true });
    return found.filter((one) => one.isFile()).map(({ name }) => name);
  }
});

function file(name: string): Part {
  return { name, type: "application/pdf", data: pdf() };
}

function multipart(parts: readonly Part[]): { contentType: string; bytes: Buffer } {
  const written = parts.map(({ field = "file", name, type, data }) => {
    const named = name === undefined ? "" : `; filename="${name}"`;
    const typed = type === undefined ? "" : `Content-Type: ${type}\r\n`;
    const head = `--frontier\r\nContent-Disposition: form-data; name="${field}"${named}\r\n${typed}\r\n`;
    return Buffer.concat([Buffer.from(head), Buffer.from(data), Buffer.from("\r\n")]);
  });
  const bytes = Buffer.concat([...written, Buffer.from("--frontier--\r\n")]);
  return { contentType: "multipart/form-data; boundary=frontier", bytes };
}

async function* breaking(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield* inChunks(bytes, 5000);
  throw new Error("ECONNRESET");
}
