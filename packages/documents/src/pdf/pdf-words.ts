import type { Language } from "@guildhall/contract";

/** What a copy of the answers says of itself. The rest are the form's words and the citizen's. */
export interface PdfWords {
  readonly lang: string;
  readonly reference: string;
  readonly sent: string;
  readonly about: (council: string) => string;
  readonly unanswered: string;
  readonly files: string;
  /** Said at the end where letters or signs could not be drawn. */
  readonly undrawn: string;
}

export const pdfWords: Readonly<Record<Language, PdfWords>> = {
  en: {
    lang: "en-GB",
    reference: "Reference",
    sent: "Sent on",
    about: (council) => `This is a copy of what you sent to ${council}.`,
    unanswered: "Not answered",
    files: "Files you sent",
    undrawn:
      "“\uFFFD” stands for a letter or sign that cannot be shown here. We have it as you wrote it.",
  },
  cy: {
    lang: "cy",
    reference: "Cyfeirnod",
    sent: "Anfonwyd ar",
    about: (council) => `Dyma gopi o’r hyn a anfonoch at ${council}.`,
    unanswered: "Heb ei roi",
    files: "Ffeiliau a anfonoch",
    undrawn:
      "Mae “\uFFFD” yn sefyll am lythyren neu arwydd na ellir ei ddangos yma. Mae gennym ef fel yr ysgrifennoch.",
  },
};
