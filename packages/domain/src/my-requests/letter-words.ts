import type { Language } from "@guildhall/contract";

interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly action: string;
}

/** What the letter with a link to one's requests says, by the language that was chosen. */
export const letterWords: Readonly<Record<Language, (council: string) => Letter>> = {
  en: (council) => ({
    subject: "Your link to see your requests",
    text: [
      `Somebody asked ${council} for a link to the requests that were sent with this email address, to them and to the other organisations that use the same system.`,
      "If it was you, open the link. It works for 1 hour. Do not pass it on: whoever has it can see your requests.",
      "If it was not you, you need do nothing.",
    ].join("\n\n"),
    action: "See your requests",
  }),
  cy: (council) => ({
    subject: "Eich dolen i weld eich ceisiadau",
    text: [
      `Gofynnodd rhywun i ${council} am ddolen i’r ceisiadau a anfonwyd â’r cyfeiriad e-bost hwn, atyn nhw ac at y sefydliadau eraill sy’n defnyddio’r un system.`,
      "Os chi oedd yno, agorwch y ddolen. Mae’n gweithio am 1 awr. Peidiwch â’i rhannu: gall pwy bynnag sydd â hi weld eich ceisiadau.",
      "Os nad chi oedd yno, nid oes angen i chi wneud dim.",
    ].join("\n\n"),
    action: "Gweld eich ceisiadau",
  }),
};
