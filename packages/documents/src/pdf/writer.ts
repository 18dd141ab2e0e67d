import type { PdfFonts } from "./fonts.ts";

type Document = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** A font as the library opens it. */
interface OpenFont {
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
}

const sizes = { H1: 20, H2: 14, P: 11 } as const;

/** Writes text into a tagged document, each piece in the element of its structure that says what it is. */
export class Writer {
  readonly #document: Document;
  readonly #root: Element;
  #section: Element;
  #hasUndrawn = false;

  constructor(document: Document, { regular, bold }: PdfFonts) {
    this.#document = document;
    document.registerFont("regular", regular);
    document.registerFont("bold", bold);
    document.font("regular").fontSize(sizes.P);
    this.#root = document.struct("Document");
    this.#section = this.#root;
    document.addStructure(this.#root);
  }

  /** Whether a letter or sign had to be left out, since the typeface does not have it. */
  get hasUndrawn(): boolean {
    return this.#hasUndrawn;
  }

  section(write: () => void): void {
    this.#section = this.#document.struct("Sect");
    this.#root.add(this.#section);
    write();
    this.#section.end();
  }

  heading(level: "H1" | "H2", text: string): void {
    this.#document.moveDown(level === "H1" ? 0 : 0.5);
    this.#put(this.#section, level, { text, font: "bold", after: 0.4 });
  }

  paragraph(text: string): void {
    this.#put(this.#section, "P", { text, font: "regular", after: 0.3 });
  }

  /** Questions, each with the lines of its answer. */
  list(entries: readonly (readonly [string, readonly string[]])[]): void {
    const list = this.#document.struct("L");
    this.#section.add(list);
    for (const [label, lines] of entries) {
      const item = this.#document.struct("LI");
      list.add(item);
      this.#put(item, "Lbl", { text: label, font: "bold", after: 0.1 });
      const body = this.#document.struct("LBody");
      item.add(body);
      for (const line of lines) this.#put(body, "P", { text: line, font: "regular", after: 0.1 });
      body.end();
      item.end();
      this.#document.moveDown(0.4);
    }
    list.end();
  }

  end(): void {
    this.#root.end();
    this.#document.end();
  }

  #put(
    parent: Element,
    type: "H1" | "H2" | "P" | "Lbl",
    { text, font, after }: { text: string; font: "regular" | "bold"; after: number },
  ): void {
    const document = this.#document;
    const size = type === "H1" || type === "H2" ? sizes[type] : sizes.P;
    document.font(font).fontSize(size);
    const drawn = this.#drawable(text);
    if (drawn === "") return;
    parent.add(
      document.struct(type, {}, () => {
        document.font(font).fontSize(size).text(drawn, { lineGap: 2 });
      }),
    );
    document.moveDown(after);
  }

  /** Without what cannot be seen or turns the writing round; what has no shape in the typeface is marked. */
  #drawable(text: string): string {
    // Private to the library, which offers no other way to ask.
    const { font } = (this.#document as unknown as { _font: OpenFont })._font;
    const plain = text
      .normalize("NFC")
      .replace(/\p{Cf}/gu, "")
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
      .trim();
    return [...plain]
      .map((character) => {
        if (font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return character;
        this.#hasUndrawn = true;
        return "\uFFFD";
      })
      .join("");
  }
}
