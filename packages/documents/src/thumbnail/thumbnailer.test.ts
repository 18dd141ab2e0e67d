import sharp from "sharp";
import { jpeg, png } from "../fixtures.ts";
import { heldBytes } from "./shrink.ts";
import { createThumbnailer, type Thumbnailer } from "./thumbnailer.ts";

describe("a small picture", () => {
  let thumbnailer: Thumbnailer;
  beforeAll(() => {
    thumbnailer = createThumbnailer();
  });
  afterAll(() => thumbnailer.close());

  const make = (bytes: Uint8Array) => thumbnailer.make(async () => bytes);
  const plain = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: "#fa0" } });
  const noise = (width: number, height: number) =>
    sharp({
      create: {
        width,
        height,
        channels: 3,
        background: "#fff",
        noise: { type: "gaussian", mean: 128, sigma: 60 },
      },
    });

  it.each(["jpeg", "png", "webp", "gif"] as const)("is made of a %s", async (format) => {
    const made = await make(await plain(900, 600).toFormat(format).toBuffer());
    const found = await sharp(made).metadata();
    expect(found).toMatchObject({ format: "webp", width: 240, height: 160 });
  });

  it("is at most 15 KB, whatever it shows", async () => {
    const made = await make(await noise(900, 600).jpeg().toBuffer());
    expect(made?.length).toBeLessThanOrEqual(15 * 1024);
  });

  it("stands upright, and tells nothing of where it was taken", async () => {
    const taken = await plain(400, 200)
      .withExif({ IFD0: { Artist: "canary" }, IFD3: { GPSLatitudeRef: "N" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const made = await make(taken);
    const found = await sharp(made).metadata();
    expect(found).toMatchObject({ width: 120, height: 240 });
    expect([found.exif, found.orientation]).toEqual([undefined, undefined]);
  });

  it("is never larger than the picture itself", async () => {
    const found = await sharp(await make(await plain(20, 10).png().toBuffer())).metadata();
    expect(found).toMatchObject({ width: 20, height: 10 });
  });

  it.each([
    [
      "a picture that is broken off",
      async () => (await noise(900, 600).jpeg().toBuffer()).subarray(0, 9000),
    ],
    ["one that only begins like a picture", async () => jpeg()],
    ["one of 50,000 by 50,000", async () => png({ width: 50_000, height: 50_000 })],
    [
      "a drawing, which could ask for other files",
      async () => Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"),
    ],
    ["a PDF", async () => Buffer.from("%PDF-1.7")],
    ["nothing", async () => Buffer.alloc(0)],
  ])("is not made of %s, and the next one is", async (_, bytes) => {
    expect(await make(await bytes())).toBeUndefined();
    expect(await make(await plain(9, 9).png().toBuffer())).toBeDefined();
  });

  it.each([
    ["an interlaced PNG of 16 bits", { format: "png", depth: "ushort", isProgressive: true }, 8],
    ["a PNG of 16 bits, line by line", { format: "png", depth: "ushort" }, 0],
    ["a WebP", { format: "webp", depth: "uchar" }, 4],
    ["a GIF", { format: "gif", depth: "uchar" }, 4],
    ["a progressive JPEG", { format: "jpeg", depth: "uchar", isProgressive: true }, 8],
    ["any other JPEG", { format: "jpeg", depth: "uchar" }, 0],
  ] as const)("is weighed before it is made, by what has to be held of %s", (_, kind, bytes) => {
    const size = { width: 10, height: 10, channels: 4, isProgressive: false } as const;
    expect(heldBytes({ ...size, ...kind })).toBe(100 * bytes);
  });

  it("is not made where all of the picture would have to be held and is too much", async () => {
    const deep = plain(6400, 6400).ensureAlpha().toColourspace("rgb16");
    const heavy = await deep.png({ progressive: true, compressionLevel: 1 }).toBuffer();
    expect(await make(heavy)).toBeUndefined();
  });

  it("is not made where it takes too long, nor where its process ends, and the next one is", async () => {
    const hasty = createThumbnailer({ deadlineMs: 1 });
    const large = await plain(9000, 9000).png().toBuffer();
    expect(await hasty.make(async () => large)).toBeUndefined();
    hasty.close();
    const reading = thumbnailer.make(async () => {
      thumbnailer.close();
      return plain(9, 9).png().toBuffer();
    });
    expect(await reading).toBeDefined();
  });

  it("that cannot be read is its reader's to explain", async () => {
    const reading = thumbnailer.make(async () => Promise.reject(new Error("damaged")));
    await expect(reading).rejects.toThrow("damaged");
  });
});
