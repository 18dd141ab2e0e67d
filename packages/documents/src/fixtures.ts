import { crc32 } from "node:zlib";

/** Small files of each kind, made as the formats say, with `canary` where they can tell a secret. */
export const canary = "51.5034N-0.1276W";

const segment = (marker: number, payload: Buffer) => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(payload.length + 2);
  return Buffer.concat([Buffer.of(0xff, marker), length, payload]);
};
const latin = (text: string) => Buffer.from(text, "latin1");

export const jfif = segment(
  0xe0,
  Buffer.concat([latin("JFIF\0"), Buffer.from("0101004800480000", "hex")]),
);
export const adobe = segment(
  0xee,
  Buffer.concat([latin("Adobe"), Buffer.from("00640000000000", "hex")]),
);
export const colours = segment(0xe2, latin("ICC_PROFILE\0\x01\x01profile"));

export function exif(orientation: number, little = true): Buffer {
  const tiff = Buffer.alloc(38);
  const short = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  tiff.write(little ? "II" : "MM", "latin1");
  short(42, 2);
  if (little) tiff.writeUInt32LE(8, 4);
  else tiff.writeUInt32BE(8, 4);
  short(2, 8);
  short(0x010f, 10);
  short(0x0112, 22);
  short(3, 24);
  short(orientation, 30);
  return segment(0xe1, Buffer.concat([latin("Exif\0\0"), tiff, latin(canary)]));
}

export interface JpegParts {
  readonly aside?: readonly Buffer[];
  readonly width?: number;
  readonly height?: number;
}

export function jpeg({ aside = [jfif], width = 8, height = 8 }: JpegParts = {}): Buffer {
  const frame = Buffer.from("08000000000101110000", "hex").subarray(0, 9);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    ...aside,
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame),
    segment(0xc4, Buffer.alloc(18)),
    segment(0xda, Buffer.from("01010000003f00", "hex").subarray(0, 6)),
    Buffer.from("1234ff005678ffd09abc", "hex"),
    segment(0xda, Buffer.from("010100003f00", "hex")),
    Buffer.from("deffd1adff00", "hex"),
    Buffer.of(0xff, 0xd9),
  ]);
}

export function comment(text: string): Buffer {
  return segment(0xfe, latin(text));
}

export function application(number: number, text: string): Buffer {
  return segment(0xe0 + number, latin(text));
}

export function chunk(type: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(data.length + 12);
  whole.writeUInt32BE(data.length);
  whole.write(type, 4, "latin1");
  data.copy(whole, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length);
  return whole;
}

export function png({ width = 1, height = 1, extra = [] as readonly Buffer[] } = {}): Buffer {
  const size = Buffer.from("00000000000000000800000000", "hex");
  size.writeUInt32BE(width);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", size),
    ...extra,
    chunk("IDAT", Buffer.from("789c636000000002000148afa471", "hex")),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

export const gif = Buffer.from(
  "474946383961010001008000000000ffffff2c00000000010001000002024401003b",
  "hex",
);

export function pdf(more = ""): Buffer {
  return latin(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R ${more}>>\nstartxref\n9\n%%EOF\n`,
  );
}

export interface ZipEntry {
  readonly name: string;
  readonly data?: string;
  /** What the table of contents claims. */
  readonly unpacked?: number;
  readonly flags?: number;
  readonly mode?: number;
}

export function zip(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const table: Buffer[] = [];
  let at = 0;
  for (const { name, data = "x", unpacked = data.length, flags = 0, mode = 0 } of entries) {
    const local = Buffer.alloc(30);
    local.write("PK\x03\x04", "latin1");
    local.writeUInt16LE(flags, 6);
    local.writeUInt32LE(crc32(data), 14);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt32LE(unpacked, 22);
    local.writeUInt16LE(name.length, 26);
    const record = Buffer.alloc(46);
    record.write("PK\x01\x02", "latin1");
    record.writeUInt16LE(flags, 8);
    record.writeUInt32LE(data.length, 20);
    record.writeUInt32LE(unpacked, 24);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt32LE((mode << 16) >>> 0, 38);
    record.writeUInt32LE(at, 42);
    const body = Buffer.concat([local, latin(name), latin(data)]);
    bodies.push(body);
    table.push(record, latin(name));
    at += body.length;
  }
  const contents = Buffer.concat(table);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(contents.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, contents, end]);
}

export const docxEntries: readonly ZipEntry[] = [
  {
    name: "[Content_Types].xml",
    data: '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  },
  { name: "word/document.xml" },
];
export const xlsxEntries: readonly ZipEntry[] = [
  { name: "[Content_Types].xml" },
  { name: "xl/workbook.xml" },
];

const box = (brand: string) =>
  Buffer.concat([Buffer.of(0, 0, 0, 24), latin(`ftyp${brand}`), latin("\0\0\0\0isommp42")]);

/** Recordings and pictures by what they begin with. */
export const begins = {
  heic: box("heic"),
  mp4: box("isom"),
  mov: box("qt  "),
  m4a: box("M4A "),
  mp3: Buffer.concat([
    Buffer.from("fffb9064", "hex"),
    Buffer.alloc(413),
    Buffer.from("fffb9064", "hex"),
    Buffer.alloc(413),
  ]),
  wav: latin("RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0"),
  webp: latin("RIFF\x24\0\0\0WEBPVP8 \x10\0\0\0\x01\0\x01\0"),
  exe: Buffer.concat([latin("MZ\x90\0\x03\0\0\0"), Buffer.alloc(100)]),
} as const;

export async function* inChunks(
  bytes: Uint8Array,
  size = bytes.length,
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
