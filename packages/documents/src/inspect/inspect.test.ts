import fc from "fast-check";
import { bytesOf } from "../bytes.ts";
import type { FileKindName } from "../file-kind.ts";
import {
  adobe,
  application,
  begins,
  canary,
  chunk,
  colours,
  comment,
  docxEntries,
  exif,
  gif,
  inChunks,
  jfif,
  jpeg,
  pdf,
  png,
  xlsxEntries,
  zip,
} from "../fixtures.ts";
import { inspect } from "./inspect.ts";

fc.configureGlobal({ seed: 20_261_122 });

const run = (kind: FileKindName, bytes: Uint8Array, size?: number) =>
  bytesOf(inspect(kind, inChunks(bytes, size))).then((kept) => Buffer.from(kept));
const refused = (code: string) => ({
  code: "file-not-allowed",
  faults: [{ pointer: "/file", code }],
});

describe("a JPEG", () => {
  it("loses place, camera, thumbnail and comments, and keeps colours and picture", async () => {
    const told = [
      exif(1),
      application(1, `http://ns.adobe.com/xap/1.0/\0${canary}`),
      application(13, canary),
      comment(canary),
    ];
    const kept = await run("jpg", jpeg({ aside: [jfif, ...told, colours, adobe] }));
    expect(kept).toEqual(jpeg({ aside: [jfif, colours, adobe] }));
  });

  it.each([true, false])(
    "keeps only which way is up of its EXIF (little-endian: %s)",
    async (little) => {
      const kept = await run("jpg", jpeg({ aside: [jfif, exif(6, little)] }));
      expect(kept.includes(canary)).toBe(false);
      const again = kept.indexOf("Exif");
      expect(kept.subarray(again + 6, again + 6 + 26).toString("hex")).toBe(
        "4d4d002a000000080001011200030000000100060000" + "00000000",
      );
    },
  );

  it("comes out the same in whatever chunks it came", async () => {
    const whole = await run("jpg", jpeg({ aside: [jfif, exif(3), comment(canary)] }));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (size) => {
        const bytes = jpeg({ aside: [jfif, exif(3), comment(canary)] });
        expect(await run("jpg", bytes, size)).toEqual(whole);
      }),
    );
  });

  it("loses what was hung on after its end", async () => {
    expect(await run("jpg", Buffer.concat([jpeg(), zip(docxEntries)]))).toEqual(jpeg());
  });

  it("is refused wherever it is cut off", async () => {
    const bytes = jpeg({ aside: [jfif, exif(6)] });
    for (let length = 0; length < bytes.length; length += 1) {
      await expect(run("jpg", bytes.subarray(0, length))).rejects.toMatchObject(
        refused("file-damaged"),
      );
    }
  });

  it.each([
    [65_000, 1],
    [15_000, 15_000],
  ])("is refused when it would be %i by %i", async (width, height) => {
    await expect(run("jpg", jpeg({ width, height }))).rejects.toMatchObject(refused("file-unsafe"));
  });

  it("survives an EXIF segment that points outside itself", async () => {
    const broken = application(1, "Exif\0\0II*\0\xff\xff\xff\x7f");
    expect(await run("jpg", jpeg({ aside: [jfif, broken] }))).toEqual(jpeg());
  });
});

describe("a PNG", () => {
  it("loses text, time and EXIF, and keeps colours and picture", async () => {
    const gamma = chunk("gAMA", Buffer.of(0, 0, 0xb1, 0x8f));
    const told = ["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "prIv"].map((type) =>
      chunk(type, Buffer.from(canary)),
    );
    expect(await run("png", png({ extra: [...told, gamma] }), 11)).toEqual(png({ extra: [gamma] }));
  });

  it("loses what was hung on after its end", async () => {
    expect(await run("png", Buffer.concat([png(), Buffer.from("<script>")]))).toEqual(png());
  });

  it("is refused wherever it is cut off", async () => {
    const bytes = png();
    for (let length = 0; length < bytes.length; length += 1) {
      await expect(run("png", bytes.subarray(0, length))).rejects.toMatchObject(
        refused("file-damaged"),
      );
    }
  });

  it("is refused when it would be 50,000 by 50,000", async () => {
    await expect(run("png", png({ width: 50_000, height: 50_000 }))).rejects.toMatchObject(
      refused("file-unsafe"),
    );
  });
});

describe("a PDF", () => {
  it("goes through as it is", async () => {
    expect(await run("pdf", pdf(), 7)).toEqual(pdf());
  });

  it.each([
    ["is cut off", pdf().subarray(0, -8), "file-damaged"],
    ["goes on as something else", Buffer.concat([pdf(), Buffer.alloc(2000)]), "file-damaged"],
    ["begins as something else", Buffer.concat([Buffer.from("MZ"), pdf()]), "file-mismatch"],
    ["asks for a password", pdf("/Encrypt 2 0 R "), "file-unsafe"],
  ])("is refused when it %s", async (_, bytes, code) => {
    await expect(run("pdf", bytes)).rejects.toMatchObject(refused(code));
  });
});

describe("a GIF", () => {
  it("goes through as it is", async () => {
    expect(await run("gif", gif)).toEqual(gif);
  });

  it.each([
    ["is cut off", gif.subarray(0, -1), "file-damaged"],
    ["is a script as well", Buffer.from("GIF89a/*\0\0\0\0\0*/=1;alert(1);"), "file-unsafe"],
  ])("is refused when it %s", async (_, bytes, code) => {
    await expect(run("gif", bytes)).rejects.toMatchObject(refused(code));
  });
});

describe("a Word or Excel file", () => {
  it.each([
    ["docx", zip(docxEntries)],
    ["xlsx", zip(xlsxEntries)],
  ] as const)("of kind %s goes through as it is", async (kind, bytes) => {
    expect(await run(kind, bytes, 13)).toEqual(bytes);
  });

  const withEntry = (entry: Parameters<typeof zip>[0][number]) => zip([...docxEntries, entry]);
  const many = Array.from({ length: 1000 }, (_, index) => ({ name: `word/media/${index}.png` }));
  it.each<[string, Buffer, string]>([
    ["is another kind of ZIP", zip([{ name: "a.txt" }]), "file-mismatch"],
    ["is the other kind", zip(xlsxEntries), "file-mismatch"],
    ["hangs after something else", Buffer.concat([begins.exe, zip(docxEntries)]), "file-mismatch"],
    ["is cut off", zip(docxEntries).subarray(0, -1), "file-damaged"],
    ["goes on after its end", Buffer.concat([zip(docxEntries), Buffer.from("x")]), "file-damaged"],
    [
      "would swell beyond all measure",
      withEntry({ name: "word/big.xml", unpacked: 300_000_000 }),
      "file-unsafe",
    ],
    [
      "would swell a hundredfold",
      withEntry({ name: "word/big.xml", unpacked: 1_000_000 }),
      "file-unsafe",
    ],
    ["has too many entries", zip([...docxEntries, ...many]), "file-unsafe"],
    ["holds macros", withEntry({ name: "word/vbaProject.bin" }), "file-unsafe"],
    ["holds a link", withEntry({ name: "word/link", mode: 0o120777 }), "file-unsafe"],
    ["climbs out of its folder", withEntry({ name: "word/../../../etc/passwd" }), "file-unsafe"],
    ["asks for a password", withEntry({ name: "word/secret.xml", flags: 1 }), "file-unsafe"],
  ])("is refused when it %s", async (_, bytes, code) => {
    await expect(run("docx", bytes)).rejects.toMatchObject(refused(code));
  });

  it("is refused, never worse, whatever becomes of its table of contents", async () => {
    const bytes = zip(docxEntries);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 160 }), fc.nat(255), async (back, value) => {
        const changed = Buffer.from(bytes);
        changed[bytes.length - back] = value;
        const done = await run("docx", changed).catch((error: unknown) => error);
        if (!(done instanceof Buffer)) expect(done).toMatchObject({ code: "file-not-allowed" });
      }),
    );
  });
});

describe("a text", () => {
  it("is refused where binary data comes late in it", async () => {
    const bytes = Buffer.concat([Buffer.alloc(200_000, "a"), Buffer.of(0)]);
    await expect(run("txt", bytes, 1000)).rejects.toMatchObject(refused("file-mismatch"));
  });
});

describe("a recording", () => {
  it("goes through as it is", async () => {
    expect(await run("mp3", begins.mp3)).toEqual(begins.mp3);
  });
});
