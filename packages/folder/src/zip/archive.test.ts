import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { packFolder } from "./pack.ts";
import { readArchive, rootsOf } from "./read-archive.ts";
import { unpackArchive } from "./unpack.ts";

const text = (words: string) => new TextEncoder().encode(words);
const target = `{"name":"Case","source":"json-schema","format":"json","remarks":[],"readAt":"2026-11-22T10:00:00Z","fields":[]}`;

/** An archive of these files; a path may be changed after it was checked, as nobody's tool would. */
async function zipOf(files: Readonly<Record<string, string | Uint8Array>>, mode = 0o100644) {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content), path, { mode });
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}

/** The same bytes with one text in the place of another that is as long. */
function altered(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll(from, to), "latin1");
}

describe("an archive", () => {
  it("holds the files of a folder, and is the same bytes whenever they are", async () => {
    const tree = new Map([["tenant.yaml", text("kind: council\n")]]);
    const pack = async () => new Uint8Array(await buffer(packFolder(tree, "shire")));
    const bytes = await pack();
    expect(await pack()).toEqual(bytes);
    const { id, own } = rootsOf(await unpackArchive(bytes));
    expect([id, [...own].map(([path, file]) => [path, Buffer.from(file).toString()])]).toEqual([
      "shire",
      [["tenant.yaml", "kind: council\n"]],
    ]);
  });

  it("may hold what is in the folder alone, and a cookbook beside it", async () => {
    const tree = await unpackArchive(
      await zipOf({ "targets/a.json": target, "cookbook/README.md": "x", "__MACOSX/._a": "y" }),
    );
    const { id, own, cookbook } = rootsOf(tree);
    expect([id, [...own.keys()], [...cookbook.keys()]]).toEqual([
      "folder",
      ["targets/a.json"],
      ["README.md"],
    ]);
  });

  it.each<[string, () => Promise<Uint8Array>, string]>([
    [
      "leads out of itself",
      async () => altered(await zipOf({ "aa/b.yaml": "x" }), "aa/b.yaml", "../b.yaml"),
      "The path “../b.yaml” leads out of the archive.",
    ],
    [
      "leads to the root",
      async () => altered(await zipOf({ "aaa.yaml": "x" }), "aaa.yaml", "/aa.yaml"),
      "The path “/aa.yaml” leads out of the archive.",
    ],
    [
      "has a file that unpacks to more than it may",
      () => zipOf({ "a.csv": new Uint8Array(10_000_001) }),
      "“a.csv” is too large: 10 megabytes is the most.",
    ],
    [
      "has a YAML file that is longer than any real one",
      () => zipOf({ "a.yaml": new Uint8Array(512_001) }),
      "“a.yaml” is too large: 512 kilobytes is the most for a YAML file.",
    ],
    [
      "has more YAML than a large council",
      () =>
        zipOf(
          Object.fromEntries([..."abcdefgh"].map((a) => [`${a}.yaml`, new Uint8Array(500_001)])),
        ),
      "The archive has more than 4 megabytes of YAML files, which is the most.",
    ],
    [
      "unpacks to more than it may",
      () =>
        zipOf(Object.fromEntries([..."abcdefg"].map((name) => [name, new Uint8Array(9_000_000)]))),
      "The archive unpacks to more than 60 megabytes.",
    ],
    [
      "has too many files",
      () => zipOf(Object.fromEntries([...Array(5001).keys()].map((at) => [`a${at}`, ""]))),
      "The archive has 5001 files; 5000 is the most.",
    ],
    [
      "has a link",
      () => zipOf({ "a.yaml": "/etc/passwd" }, 0o120777),
      "“a.yaml” is a link, and links are not followed.",
    ],
    [
      "has a file twice",
      async () => altered(await zipOf({ "a.yaml": "x", "b.yaml": "y" }), "b.yaml", "a.yaml"),
      "“a.yaml” is in the archive twice.",
    ],
    [
      "breaks off",
      async () => (await zipOf({ "a.yaml": "x" })).slice(0, 40),
      "This is not a zip archive that can be read, or it is damaged.",
    ],
    [
      "is none",
      async () => text("PK? no"),
      "This is not a zip archive that can be read, or it is damaged.",
    ],
  ])("is refused that %s", async (_, make, sentence) => {
    await expect(unpackArchive(await make())).rejects.toThrow(sentence);
  });

  it("is refused that says less of a file's size than it unpacks to", async () => {
    const bytes = Buffer.from(await zipOf({ "a.yaml": "x".repeat(5000) }));
    const central = bytes.lastIndexOf("PK\u0001\u0002", undefined, "latin1");
    bytes.writeUInt32LE(10, central + 24);
    await expect(unpackArchive(bytes)).rejects.toThrow(
      "A file of the archive is not of the size that the archive says.",
    );
  });

  it("is refused that has more services than a large council", async () => {
    const paths = Array.from({ length: 201 }, (_, at) => `drafts/a${at}/service.yaml`);
    const bytes = await zipOf(Object.fromEntries(paths.map((path) => [path, ""])));
    await expect(readArchive(bytes)).rejects.toThrow(
      "The archive has 201 services; 200 is the most.",
    );
  });

  it("says of a service that grows beyond a draft by what it is laid over, that it does", async () => {
    const base = "drafts/bins/mapping";
    const file = `a: [1]\n# ${"x".repeat(300_000)}`;
    const bytes = await zipOf({
      "drafts/bins/service.yaml": "title: Bins\n",
      "mappings/all.yaml": file,
      ...Object.fromEntries([..."abcd"].map((id) => [`${base}.${id}.yaml`, "base: all\n"])),
    });
    const result = await readArchive(bytes);
    expect("faults" in result && result.faults.map(({ sentence }) => sentence)).toEqual([
      "The service is too large: with all that its files are laid over, a megabyte is the most.",
    ]);
  });

  it("says of a half-written folder what is wrong with each file, and gives nothing of it", async () => {
    const bytes = await zipOf({
      "shire/services/bins/mapping.case.yaml": "connector: alloy\n",
      "shire/connectors/alloy.yaml": "kind: alloy\n",
      "shire/brands/shire.yaml": new Uint8Array([0xff, 0xfe, 0x41]),
      "shire/connectors/works.yaml": "kind: [",
      "shire/notes.txt": "x",
      "shire/targets/a.json": "{",
    });
    const result = await readArchive(bytes);
    if (!("faults" in result)) throw new Error("no fault was found");
    const said = result.faults.map(({ file, line, sentence }) => `${file}:${line} ${sentence}`);
    expect(said).toEqual(
      expect.arrayContaining([
        "services/bins/service.yaml:1 This file is missing.",
        "connectors/alloy.yaml:1 “name” is missing.",
        "brands/shire.yaml:1 The file is not text in UTF-8.",
        "notes.txt:1 A file of this name and place means nothing here.",
        "targets/a.json:1 This file cannot be read as JSON.",
      ]),
    );
    expect(said.some((line) => line.startsWith("connectors/works.yaml:"))).toBe(true);
  });
});
