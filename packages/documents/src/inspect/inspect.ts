import type { Bytes } from "../bytes.ts";
import type { FileKindName } from "../file-kind.ts";
import { refuseFile } from "../refuse-file.ts";
import { hasControls } from "../sniff.ts";
import { checkEnds } from "./ends.ts";
import { checkGif } from "./gif.ts";
import { cleanHeic } from "./heic.ts";
import { cleanJpeg } from "./jpeg.ts";
import { cleanMovie } from "./movie.ts";
import { checkOoxml } from "./ooxml.ts";
import { checkPdf } from "./pdf.ts";
import { cleanPng } from "./png.ts";
import { cleanWebp } from "./webp.ts";

const inspections: Partial<Record<FileKindName, (source: Bytes) => Bytes>> = {
  jpg: cleanJpeg,
  png: cleanPng,
  webp: cleanWebp,
  heic: cleanHeic,
  mp4: cleanMovie,
  mov: cleanMovie,
  m4a: cleanMovie,
  gif: (source) => checkEnds(source, checkGif),
  pdf: (source) => checkEnds(source, checkPdf),
  docx: (source) => checkEnds(source, (ends) => checkOoxml(ends, "word/document.xml")),
  xlsx: (source) => checkEnds(source, (ends) => checkOoxml(ends, "xl/workbook.xml")),
  txt: checkText,
  csv: checkText,
};

/**
 * Hand a file on as it may be kept: pictures without what they tell of place and camera.
 *
 * @throws Problem `file-not-allowed`, at the latest at the end, for one that is broken or harmful
 */
export function inspect(kind: FileKindName, source: Bytes): Bytes {
  return inspections[kind]?.(source) ?? source;
}

async function* checkText(source: Bytes): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    if (hasControls(chunk)) throw refuseFile("file-mismatch");
    yield chunk;
  }
}
