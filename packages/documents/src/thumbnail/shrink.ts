import sharp from "sharp";

/** As long as its longest side may be: sharp at 120 on a screen of twice the density. */
const side = 240;
const mostBytes = 15 * 1024;
/** The first that is small enough is taken. */
const qualities = [70, 50, 30, 10];
const mostPixels = 100_000_000;

// Decoders are where pictures do harm: only those of the kinds that are taken are there at all.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["Jpeg", "Png", "Webp", "Nsgif"].map((kind) => `VipsForeignLoad${kind}Buffer`),
});
// One picture at a time, and nothing of it kept.
sharp.cache(false);
sharp.concurrency(1);

/** Make a small picture, upright and without metadata; undefined where it cannot be made small enough. */
export async function shrink(bytes: Uint8Array): Promise<Buffer | undefined> {
  const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" })
    .autoOrient()
    .resize(side, side, { fit: "inside", withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  for (const quality of qualities) {
    const small = sharp(data, { raw: { width, height, channels } }).webp({ quality });
    const made = await small.toBuffer();
    if (made.length <= mostBytes) return made;
  }
  return undefined;
}
