import sharp, { type Metadata } from "sharp";

/** As long as its longest side may be: sharp at 120 on a screen of twice the density. */
const side = 240;
const mostBytes = 15 * 1024;
/** The first that is small enough is taken. */
const qualities = [70, 50, 30, 10];
const mostPixels = 100_000_000;
/** Of a picture that has to be decoded whole before any of it can be made small. */
const mostHeldBytes = 320_000_000;

// Decoders are where pictures do harm: only those of the kinds that are taken are there at all.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["Jpeg", "Png", "Webp", "Nsgif"].map((kind) => `VipsForeignLoad${kind}Buffer`),
});
// One picture at a time, and nothing of it kept.
sharp.cache(false);
sharp.concurrency(1);

/**
 * How much of a picture is in memory at once: all of it where its lines do not come one after the other.
 *
 * An interlaced PNG of 760 KB can be 800 MB of it.
 */
export function heldBytes(
  picture: Pick<Metadata, "format" | "width" | "height" | "channels" | "depth" | "isProgressive">,
): number {
  const { format, width, height, channels, depth, isProgressive } = picture;
  const isHeld = isProgressive || format === "webp" || format === "gif";
  // A progressive JPEG is held as coefficients, of two bytes each.
  const size = depth === "ushort" || format === "jpeg" ? 2 : 1;
  return isHeld ? width * height * channels * size : 0;
}

/** Make a small picture, upright and without metadata; undefined where it cannot be made small enough. */
export async function shrink(bytes: Uint8Array): Promise<Buffer | undefined> {
  const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" });
  if (heldBytes(await picture.metadata()) > mostHeldBytes) return undefined;
  const { data, info } = await picture
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
