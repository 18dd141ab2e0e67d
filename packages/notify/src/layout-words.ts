/** The letterhead's own words, by the language that a message is in. The rest is the council's. */
export const layoutWords: Readonly<Record<Language, LayoutWords>> = {
  "en-GB": {
    details: { reference: "Reference", status: "Status now", next: "What happens next" },
    sender: (brand) => `${brand} sent you this email because of a request made to it.`,
    replies: "Replies to this email are not read.",
    otherLanguage: "We have these words in Welsh only, so this is what they say in Welsh.",
    contact: { telephone: "Telephone", email: "Email", openingHours: "Opening hours" },
  },
  cy: {
    details: { reference: "Cyfeirnod", status: "Statws nawr", next: "Beth sy’n digwydd nesaf" },
    sender: (brand) => `Anfonodd ${brand} yr e-bost hwn atoch oherwydd cais a wnaed iddo.`,
    replies: "Nid yw atebion i’r e-bost hwn yn cael eu darllen.",
    otherLanguage:
      "Nid yw’r neges hon ar gael yn Gymraeg eto, felly dyma hi yn Saesneg. Gallwch ofyn i ni amdani yn Gymraeg.",
    contact: { telephone: "Ffôn", email: "E-bost", openingHours: "Oriau agor" },
  },
};

export type Language = "en-GB" | "cy";

interface LayoutWords {
  /** The facts that stand in the table of details, in this order, and what they are called there. */
  readonly details: Readonly<Record<"reference" | "status" | "next", string>>;
  readonly sender: (brand: string) => string;
  readonly replies: string;
  /** Said before words that are in the other language. */
  readonly otherLanguage: string;
  readonly contact: Readonly<Record<"telephone" | "email" | "openingHours", string>>;
}
