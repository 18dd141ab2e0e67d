import { Readable } from "node:stream";
import { deflateRawSync } from "node:zlib";
import { docxEntries, pdf, zip } from "../fixtures.ts";
import { eicar } from "../testing/fake-clamd.ts";
import { findClamd, type RealClamd, startClamd } from "../testing/real-clamd.ts";
import { createClamd } from "./clamd.ts";

const program = findClamd(process.env.PATH ?? "");

describe.skipIf(program === undefined)("clamd as Debian has it", () => {
  let clamd: RealClamd;
  beforeAll(async () => {
    clamd = await startClamd(program ?? "", { streamMaxLength: "1M" });
  }, 60_000);
  afterAll(() => clamd[Symbol.asyncDispose]());

  const scan = (bytes: Uint8Array) => createClamd({ url: clamd.url }).scan(Readable.from([bytes]));
  const text = eicar.toString("latin1");
  const infected = { outcome: "infected", found: "Own-Eicar.UNOFFICIAL" };

  it.each([
    ["plain", eicar],
    ["in a ZIP", zip([{ name: "a.txt", data: text }])],
    ["packed in a ZIP", packed(text)],
    ["in a Word file", zip([...docxEntries, { name: "word/media/a.txt", data: text }])],
    ["in a PDF", pdf(`/Title (${text}) `)],
  ])("finds the test file %s", async (_, bytes) => {
    expect(await scan(bytes)).toEqual(infected);
  });

  it("finds nothing in what is harmless", async () => {
    expect(await scan(pdf())).toEqual({ outcome: "clean" });
    expect(await scan(Buffer.alloc(1_000_000))).toEqual({ outcome: "clean" });
  });

  it("gives no verdict on what is larger than it takes", async () => {
    // It ends the connection while more is coming, so its words may be lost on the way.
    expect(await scan(Buffer.alloc(1_500_000))).toMatchObject({ outcome: "unknown" });
  });
});

/** The test file as a ZIP program packs it, so that its bytes stand nowhere as they are. */
function packed(text: string): Buffer {
  const data = deflateRawSync(text).toString("latin1");
  const bytes = zip([{ name: "a.txt", data, unpacked: text.length }]);
  bytes.writeUInt16LE(8, 8);
  bytes.writeUInt16LE(8, bytes.indexOf("PK\x01\x02") + 10);
  return bytes;
}
