import fc from "fast-check";
import sharp from "sharp";
import { bytesOf } from "../bytes.ts";
import type { FileKindName } from "../file-kind.ts";
import { begins, inChunks } from "../fixtures.ts";
import { inspect } from "./inspect.ts";

const place = "51.5034N 0.1276W";
const heightOf = async (bytes: Uint8Array) => (await sharp(bytes).metadata()).height;

describe("where a picture was taken", () => {
  const clean = async (kind: FileKindName, bytes: Uint8Array, size = 1000) =>
    Buffer.from(await bytesOf(inspect(kind, inChunks(bytes, size))));
  const taken = () =>
    sharp({ create: { width: 90, height: 60, channels: 3, background: "#0a0" } })
      .withExif({
        IFD0: { Copyright: place },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 12/1" },
      })
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${place}</a></x:xmpmeta>`);

  // A HEIC is an AVIF with another way to press the pixels; their tables of contents are the same.
  it.each([
    ["jpg", "jpeg"],
    ["png", "png"],
    ["webp", "webp"],
    ["heic", "avif"],
  ] as const)("is not in a %s any more, which shows what it showed", async (kind, format) => {
    const before = await taken().toFormat(format).toBuffer();
    expect(before.includes(place)).toBe(true);
    for (const size of [7, 1000, before.length]) {
      const after = await clean(kind, before, size);
      expect(after.includes(place)).toBe(false);
      expect(after.includes("GPSLatitude")).toBe(false);
      const pixels = await sharp(after).raw().toBuffer();
      expect(pixels.equals(await sharp(before).raw().toBuffer())).toBe(true);
    }
  });

  it("is not in a HEIC whose EXIF lies in its table of contents", async () => {
    const after = await clean("heic", heic({ method: 1 }));
    expect(after.includes(place)).toBe(false);
    expect(after.includes("the picture")).toBe(true);
    expect(after.length).toBe(heic({ method: 1 }).length);
  });

  it.each([
    ["goes by before the table of contents", heic({ method: 0, from: 30 })],
    ["lies in another item", heic({ method: 2 })],
  ])("refuses a HEIC whose EXIF %s", async (_, bytes) => {
    await expect(clean("heic", bytes)).rejects.toMatchObject({ code: "file-not-allowed" });
  });

  it.each(["mp4", "mov", "m4a"] as const)("is not in a %s any more", async (kind) => {
    const track = box("trak", box("tkhd", "track"), box("udta", box("name", place)));
    const film = Buffer.concat([
      begins[kind],
      box("uuid", place),
      box("mdat", "the film"),
      box("moov", box("mvhd", "head"), track, box("udta", place), box("meta", place)),
      box("udta", place),
    ]);
    const after = await clean(kind, film, 5);
    expect(after.includes(place)).toBe(false);
    expect(after.length).toBe(film.length);
    for (const kept of ["the film", "mvhd", "tkhd"]) expect(after.includes(kept)).toBe(true);
  });

  it.each<[string, FileKindName, Buffer]>([
    ["WebP", "webp", Buffer.from("RIFF\x20\0\0\0WEBPVP8 \xff\0\0\0", "latin1")],
    ["HEIC", "heic", Buffer.concat([begins.heic, box("meta", "1234").subarray(0, 10)])],
    [
      "film",
      "mp4",
      Buffer.concat([begins.mp4, box("moov", Buffer.from("00000002", "hex"), "free")]),
    ],
  ])("is not looked for in a %s that is broken off: it is refused", async (_, kind, bytes) => {
    await expect(clean(kind, bytes)).rejects.toMatchObject({
      faults: [{ code: "file-damaged" }],
    });
  });

  it("is not looked for in a WebP of 60,000 by 60,000, which is refused", async () => {
    const webp = await taken().webp().toBuffer();
    webp.writeUIntLE(59_999, webp.indexOf("VP8X") + 12, 3);
    webp.writeUIntLE(59_999, webp.indexOf("VP8X") + 15, 3);
    await expect(clean("webp", webp)).rejects.toMatchObject({ faults: [{ code: "file-unsafe" }] });
    expect(await heightOf(await taken().webp().toBuffer())).toBe(60);
  });

  it.each<[FileKindName, () => Promise<Buffer>]>([
    ["webp", () => taken().webp().toBuffer()],
    ["heic", () => taken().avif().toBuffer()],
    [
      "mp4",
      async () =>
        Buffer.concat([begins.mp4, box("moov", box("udta", place), box("trak", box("tkhd", "x")))]),
    ],
  ])("makes a %s refused, never worse, whatever becomes of it", async (kind, make) => {
    const bytes = await make();
    const at = fc.nat(Math.min(bytes.length, 600) - 1);
    await fc.assert(
      fc.asyncProperty(at, fc.nat(255), async (place, value) => {
        const changed = Buffer.from(bytes);
        changed[place] = value;
        const done = await clean(kind, changed).catch((error: unknown) => error);
        if (!(done instanceof Buffer)) expect(done).toMatchObject({ code: "file-not-allowed" });
      }),
      { seed: 20_261_122, numRuns: 400 },
    );
  });

  it("is not looked for in a HEIC that says that there is no end of it", async () => {
    const endless = heic({ method: 0 });
    const sizes = endless.indexOf("iloc") + 8;
    endless.writeUInt16BE(0, sizes);
    await expect(clean("heic", endless)).rejects.toMatchObject({
      faults: [{ code: "file-unsafe" }],
    });
  });

  it("goes with what was hung on after the end of a WebP", async () => {
    const webp = Buffer.concat([await taken().webp().toBuffer(), Buffer.from(place)]);
    expect((await clean("webp", webp)).includes(place)).toBe(false);
  });
});

function box(type: string, ...contents: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(contents.map((one) => Buffer.from(one)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
}

/** A HEIC of one item, which is EXIF, and whose bytes lie where the method says: in the file, or in the table. */
function heic({ method, from = 0 }: { method: number; from?: number }): Buffer {
  const entry = box("infe", Buffer.from("02000000000100004578696600", "hex"));
  const info = box("iinf", Buffer.from("000000000001", "hex"), entry);
  const extent = Buffer.alloc(8);
  extent.writeUInt32BE(from);
  extent.writeUInt32BE(place.length, 4);
  const start = Buffer.from(`01000000440000010001000${method}00000001`, "hex");
  const places = box("iloc", start, extent);
  const meta = box("meta", Buffer.alloc(4), info, places, box("idat", place));
  return Buffer.concat([begins.heic, meta, box("mdat", "the picture")]);
}
