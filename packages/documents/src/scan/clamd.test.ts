import { Readable } from "node:stream";
import { docxEntries, pdf, zip } from "../fixtures.ts";
import { eicar, type FakeClamd, startFakeClamd } from "../testing/fake-clamd.ts";
import { createClamd } from "./clamd.ts";

describe("clamd", () => {
  let clamd: FakeClamd;
  beforeEach(async () => {
    clamd = await startFakeClamd();
  });
  afterEach(() => clamd[Symbol.asyncDispose]());

  const scan = (bytes: Uint8Array, deadlineMs = 5000) =>
    createClamd({ url: clamd.url, deadlineMs }).scan(Readable.from([bytes]));

  it("is sent the file as it is, whatever pieces it comes in", async () => {
    const file = Buffer.from("a diary of the night");
    const pieces = [file.subarray(0, 3), Buffer.alloc(0), file.subarray(3)];
    const verdict = await createClamd({ url: clamd.url }).scan(Readable.from(pieces));
    expect(verdict).toEqual({ outcome: "clean" });
    expect(clamd.files).toEqual([file]);
  });

  it.each([
    ["plain", eicar],
    ["in a Word file", zip([...docxEntries, { name: "word/note.txt", data: String(eicar) }])],
    ["in a PDF", pdf(`/Title (${eicar}) `)],
  ])("finds the test file %s", async (_, bytes) => {
    expect(await scan(bytes)).toEqual({ outcome: "infected", found: "Eicar-Test-Signature" });
  });

  it.each([
    ["an error", "stream: Can't allocate memory ERROR", "scanner-failed"],
    ["words that are no answer", "PONG", "scanner-failed"],
    ["the beginning of one", "stream: OK, but", "scanner-failed"],
    ["nothing", "hang", "scanner-silent"],
    ["an end before its answer", "cut", "scanner-cut-off"],
    ["a line without end", "x".repeat(5000), "scanner-failed"],
  ])("has given no verdict where it answers %s", async (_, says, code) => {
    clamd.says = () => says;
    expect(await scan(Buffer.from("words"), 200)).toEqual({ outcome: "unknown", code });
    await vi.waitFor(() => expect(clamd.open.now).toBe(0));
  });

  it("has given no verdict on a file that it takes only a part of", async () => {
    clamd.maxBytes = 1_000_000;
    const pieces = Array.from({ length: 26 }, () => Buffer.alloc(1_048_576));
    const verdict = await createClamd({ url: clamd.url }).scan(Readable.from(pieces));
    expect(verdict).toEqual({ outcome: "unknown", code: "scanner-limit" });
    expect(clamd.files).toEqual([]);
  });

  it("has not called a file clean of which it took only a part", async () => {
    clamd.hasty = true;
    const pieces = Array.from({ length: 26 }, () => Buffer.alloc(1_048_576));
    const verdict = await createClamd({ url: clamd.url }).scan(Readable.from(pieces));
    expect(verdict).toEqual({ outcome: "unknown", code: "scanner-cut-off" });
  });

  it("has given no verdict where it is not there", async () => {
    await clamd.stop();
    expect(await scan(eicar)).toEqual({ outcome: "unknown", code: "scanner-away" });
    const verdict = await createClamd({ url: "unix:/nowhere/clamd.ctl" }).scan(Readable.from([]));
    expect(verdict).toEqual({ outcome: "unknown", code: "scanner-away" });
  });

  it("says of a file that cannot be read that it cannot, and has no verdict on its beginning", async () => {
    const broken = (async function* () {
      yield Buffer.from("clean so far");
      throw new Error("damaged");
    })();
    await expect(createClamd({ url: clamd.url }).scan(broken)).rejects.toThrow("damaged");
  });
});
