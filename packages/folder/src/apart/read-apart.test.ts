import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { readArchive } from "../zip/read-archive.ts";
import { readApart } from "./read-apart.ts";

async function zipOf(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}
const target = `{"name":"Case","source":"json-schema","format":"json","remarks":[],"readAt":"2026-11-22T10:00:00Z","fields":[]}`;
const plain = () => zipOf({ "targets/a.json": target, "datasets/b.csv": "a,b\n1,2\n" });
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => "read",
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe("an archive that somebody has sent", () => {
  it("is read in a thread as it would be here, and its faults too", async () => {
    const [good, faulty] = [await plain(), await zipOf({ "notes.txt": "x" })];
    const [read, faults] = await Promise.all([readApart(good), readApart(faulty)]);
    expect(read).toEqual(await readArchive(good));
    expect(faults).toEqual(await readArchive(faulty));
    expect(good.byteLength).toBeGreaterThan(0);
  });

  it("is refused in the same sentence", async () => {
    const sentence = "This is not a zip archive that can be read, or it is damaged.";
    expect(await refusal(readApart(new Uint8Array(9)))).toBe(`ArchiveRefused: ${sentence}`);
  });

  it("is given up where it takes longer than it may, and the next is read", async () => {
    const slow = await zipOf({
      "connectors/a.yaml": `kind: alloy\nname: [${"a, ".repeat(15_000)}]\n`,
    });
    const [given, next] = [readApart(slow, { limitMs: 1 }), readApart(await plain())];
    expect(await refusal(given)).toBe(
      "ArchiveRefused: Reading the archive took too long, and was given up. Bring in fewer services at a time.",
    );
    expect(await refusal(next)).toBe("read");
  });
});
