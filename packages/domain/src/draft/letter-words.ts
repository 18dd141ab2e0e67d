import type { ReturnFactKind } from "@guildhall/contract";

interface About {
  readonly title: string;
  readonly council: string;
  readonly fact: ReturnFactKind;
  readonly until: number;
}

interface Words {
  readonly subject: string;
  readonly text: string;
  readonly action: string;
}

type Letters = Readonly<Record<"saved" | "reminder", (about: About) => Words>>;

const facts = {
  en: {
    postcode: "the postcode that you chose",
    date: "the date that you chose",
    word: "the word that you chose",
  },
  cy: {
    postcode: "y cod post a ddewisoch",
    date: "y dyddiad a ddewisoch",
    word: "y gair a ddewisoch",
  },
} as const;

const english: Letters = {
  saved: ({ title, council, fact, until }) => ({
    subject: `Your saved form: ${title}`,
    text: [
      `You saved the form “${title}” of ${council}. We keep what you entered until ${day("en", until)}. If you change it, we keep it longer.`,
      `Open the link to go on where you stopped, on any device. We will ask you for ${facts.en[fact]}.`,
      "Nobody has read your answers. We get them when you send the form.",
      "If you did not save a form, you need do nothing.",
    ].join("\n\n"),
    action: "Continue your form",
  }),
  reminder: ({ title, council, fact, until }) => ({
    subject: `You have not sent your form yet: ${title}`,
    text: [
      `You saved the form “${title}” of ${council}, and have not sent it. We delete what you entered on ${day("en", until)}. If you change it before then, we keep it longer.`,
      `Open the link to go on where you stopped, on any device. We will ask you for ${facts.en[fact]}.`,
      "If you do not want to send it, you need do nothing. We do not write to you about it again.",
    ].join("\n\n"),
    action: "Continue your form",
  }),
};

const welsh: Letters = {
  saved: ({ title, council, fact, until }) => ({
    subject: `Eich ffurflen wedi'i chadw: ${title}`,
    text: [
      `Rydych wedi cadw'r ffurflen “${title}” gan ${council}. Byddwn yn cadw'r hyn a roesoch tan ${day("cy", until)}. Os byddwch yn ei newid, byddwn yn ei gadw'n hirach.`,
      `Agorwch y ddolen i barhau o'r lle y gwnaethoch stopio, ar unrhyw ddyfais. Byddwn yn gofyn i chi am ${facts.cy[fact]}.`,
      "Nid oes neb wedi darllen eich atebion. Byddwn yn eu cael pan fyddwch yn anfon y ffurflen.",
      "Os na wnaethoch gadw ffurflen, nid oes angen i chi wneud dim.",
    ].join("\n\n"),
    action: "Parhau â'ch ffurflen",
  }),
  reminder: ({ title, council, fact, until }) => ({
    subject: `Nid ydych wedi anfon eich ffurflen eto: ${title}`,
    text: [
      `Rydych wedi cadw'r ffurflen “${title}” gan ${council}, ac nid ydych wedi ei hanfon. Byddwn yn dileu'r hyn a roesoch ar ${day("cy", until)}. Os byddwch yn ei newid cyn hynny, byddwn yn ei gadw'n hirach.`,
      `Agorwch y ddolen i barhau o'r lle y gwnaethoch stopio, ar unrhyw ddyfais. Byddwn yn gofyn i chi am ${facts.cy[fact]}.`,
      "Os nad ydych am ei hanfon, nid oes angen i chi wneud dim. Ni fyddwn yn ysgrifennu atoch am hyn eto.",
    ].join("\n\n"),
    action: "Parhau â'ch ffurflen",
  }),
};

/** What is written to somebody who comes back to a form, by the language that they chose. */
export const letterWords = { en: english, cy: welsh } as const;

function day(language: "en" | "cy", at: number): string {
  const locale = { en: "en-GB", cy: "cy-GB" }[language];
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "Europe/London" }).format(
    at,
  );
}
