const exif = Buffer.from("Exif\0\0", "latin1");
const orientationTag = 0x0112;

/** Which way up a picture is to be shown, 1 to 8; 1, where its EXIF segment does not say. */
export function orientationOf(payload: Buffer): number {
  if (!payload.subarray(0, exif.length).equals(exif)) return 1;
  const tiff = payload.subarray(exif.length);
  try {
    return readOrientation(tiff);
  } catch (error) {
    // An offset that points outside: this segment says nothing.
    if (error instanceof RangeError) return 1;
    throw error;
  }
}

function readOrientation(tiff: Buffer): number {
  const little = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = long(4);
  const count = short(directory);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (short(entry) !== orientationTag) continue;
    const value = short(entry + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** An EXIF segment that holds nothing else. */
export function orientationSegment(orientation: number): Buffer {
  const hex = `ffe1 0022 457869660000 4d4d002a00000008 0001 0112 0003 00000001 000${orientation}0000 00000000`;
  return Buffer.from(hex.replaceAll(" ", ""), "hex");
}
