import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export interface PdfFonts {
  readonly regular: Buffer;
  readonly bold: Buffer;
}

let fonts: PdfFonts | undefined;

/** Give the typeface of documents, which has the letters of Welsh and of most languages of Europe; read once. */
export function pdfFonts(): PdfFonts {
  fonts ??= readFonts();
  return fonts;
}

function readFonts(): PdfFonts {
  const folder = dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json"));
  const read = (name: string) => readFileSync(join(folder, "ttf", `${name}.ttf`));
  return { regular: read("DejaVuSans"), bold: read("DejaVuSans-Bold") };
}
