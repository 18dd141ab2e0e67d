import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from "pdf-lib";

/** A PDF as another library reads it. */
export interface ReadPdf {
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly isTagged: boolean;
  readonly showsTitle: boolean;
  /** The types of its structure, from the document down, each beside its depth. */
  readonly structure: readonly string[];
  /** What is drawn, in order, without its spaces. */
  readonly text: string;
  /** The keys of every dictionary in it. */
  readonly keys: ReadonlySet<string>;
}

/** Read what a screen reader would be given, and what is drawn. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { catalog, context } = document;
  const root = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  const marked = catalog.lookupMaybe(PDFName.of("MarkInfo"), PDFDict);
  const view = catalog.lookupMaybe(PDFName.of("ViewerPreferences"), PDFDict);
  const dictionaries = context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
  return {
    title: document.getTitle(),
    language: textOf(catalog.lookup(PDFName.of("Lang"))),
    isTagged: marked?.lookup(PDFName.of("Marked"))?.toString() === "true",
    showsTitle: view?.lookup(PDFName.of("DisplayDocTitle"))?.toString() === "true",
    structure: root ? typesIn(root) : [],
    text: document.getPages().map(drawnOn).join(""),
    keys: new Set(dictionaries.flatMap((one) => one.keys().map((key) => key.asString()))),
  };
}

function textOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString
    ? object.decodeText()
    : undefined;
}

function typesIn(element: PDFDict): string[] {
  const type = element.lookupMaybe(PDFName.of("S"), PDFName)?.decodeText();
  const kids = element.lookup(PDFName.of("K"));
  const all =
    kids instanceof PDFArray ? kids.asArray().map((kid) => element.context.lookup(kid)) : [kids];
  const below = all.flatMap((kid) => (kid instanceof PDFDict ? typesIn(kid) : []));
  return type === undefined ? below : [type, ...below];
}

type Page = ReturnType<PDFDocument["getPages"]>[number];

/** What the text operators of a page show, by the map from its fonts' glyphs to characters. */
function drawnOn(page: Page): string {
  const fonts = page.node.Resources()?.lookup(PDFName.of("Font"), PDFDict);
  const maps = new Map(
    (fonts?.keys() ?? []).map((name) => [
      name.asString(),
      charactersOf(fonts?.lookup(name, PDFDict)),
    ]),
  );
  let map = new Map<string, string>();
  let drawn = "";
  const operators = /(\/\w+) [\d.]+ Tf|<([0-9a-f]+)>/gi;
  for (const [, font, shown] of contentOf(page).matchAll(operators)) {
    if (font !== undefined) map = maps.get(font) ?? map;
    for (const code of shown?.match(/.{4}/g) ?? []) drawn += map.get(code.toLowerCase()) ?? "";
  }
  return drawn.replace(/\s+/g, "");
}

function contentOf(page: Page): string {
  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
  return streams.map((stream) => decoded(page.node.context.lookup(stream as never))).join("\n");
}

function decoded(stream: PDFObject | undefined): string {
  if (!(stream instanceof PDFRawStream)) return "";
  return Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
}

function charactersOf(font: PDFDict | undefined): Map<string, string> {
  const written = decoded(font?.lookup(PDFName.of("ToUnicode")));
  const map = new Map<string, string>();
  for (const [, from = "", , list = ""] of written.matchAll(
    /<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi,
  )) {
    const first = Number.parseInt(from, 16);
    for (const [at, code] of (list.match(/<[0-9a-f ]*>/gi) ?? []).entries())
      map.set(
        (first + at).toString(16).padStart(4, "0"),
        fromUtf16(code.replace(/[^0-9a-f]/gi, "")),
      );
  }
  return map;
}

function fromUtf16(hex: string): string {
  return (hex.match(/.{4}/g) ?? [])
    .map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
    .join("");
}
