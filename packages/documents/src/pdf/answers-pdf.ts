import type { Language } from "@guildhall/contract";
import { pdfFonts } from "./fonts.ts";
import { pdfWords } from "./pdf-words.ts";
import { Writer } from "./writer.ts";

/** What somebody sent, in words: page by page, each answer under its question. */
export interface SentForm {
  readonly reference: string;
  readonly serviceTitle: string;
  readonly receivedAt: string;
  readonly sections: readonly {
    readonly title: string;
    readonly rows: readonly { readonly label: string; readonly text: readonly string[] }[];
  }[];
  /** The names of the files that came with it. */
  readonly files: readonly string[];
}

/**
 * Write a copy of what somebody sent as a PDF that a screen reader can read out (PDF/UA-1).
 *
 * It has a title, a language, headings and a list of questions with their answers, and brings its typeface along. What
 * people typed is drawn as text and nothing else: there are no links, no scripts and no forms in it.
 */
export async function writeAnswersPdf(
  form: SentForm,
  { council, language }: { readonly council: string; readonly language: Language },
): Promise<Uint8Array> {
  const words = pdfWords[language];
  // Loaded for the first copy that somebody asks for: it takes memory, and few do.
  const { default: PdfDocument } = await import("pdfkit");
  const document = new PdfDocument({
    pdfVersion: "1.7",
    // The library knows it since 0.18; its types do not yet.
    subset: "PDF/UA" as "PDF/A-1",
    tagged: true,
    lang: words.lang,
    displayTitle: true,
    size: "A4",
    margin: 56,
    font: "",
    info: {
      Title: `${form.reference}: ${form.serviceTitle}`,
      Author: council,
      CreationDate: new Date(form.receivedAt),
    },
  });
  const bytes = collect(document);
  const writer = new Writer(document, pdfFonts());
  const sent = `${words.sent}: ${dayOf(form.receivedAt, language)}`;
  writer.section(() => {
    writer.heading("H1", form.serviceTitle);
    writer.paragraph(`${words.reference}: ${form.reference}`);
    writer.paragraph(sent);
    writer.paragraph(words.about(council));
  });
  for (const { title, rows } of form.sections) {
    writer.section(() => {
      writer.heading("H2", title);
      const said = rows.map(({ label, text }): [string, readonly string[]] => [
        label,
        text.length > 0 ? text : [words.unanswered],
      ]);
      const [[only, lines] = ["", []], ...others] = said;
      // A question that is its page's title is read once.
      if (only === title && others.length === 0) for (const line of lines) writer.paragraph(line);
      else writer.list(said);
    });
  }
  if (form.files.length > 0)
    writer.section(() => {
      writer.heading("H2", words.files);
      for (const name of form.files) writer.paragraph(name);
    });
  if (writer.hasUndrawn) writer.section(() => writer.paragraph(words.undrawn));
  writer.end();
  return bytes;
}

function dayOf(instant: string, language: Language): string {
  const locale = language === "cy" ? "cy-GB" : "en-GB";
  const options = { dateStyle: "long", timeStyle: "short", timeZone: "Europe/London" } as const;
  return new Intl.DateTimeFormat(locale, options).format(new Date(instant));
}

function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  return new Promise((settle, fail) => {
    document.on("data", (piece: Buffer) => pieces.push(piece));
    document.on("end", () => settle(new Uint8Array(Buffer.concat(pieces))));
    document.on("error", fail);
  });
}
