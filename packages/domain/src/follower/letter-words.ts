import type { Language } from "@guildhall/contract";

interface About {
  readonly title: string;
  readonly reference: string;
  readonly council: string;
}

interface Told extends About {
  readonly stage: string;
  /** What the service says of that stage. */
  readonly text: string | undefined;
}

interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly action: string;
}

interface LetterWords {
  /** Asks whether somebody wants to be told. */
  readonly confirm: (about: About) => Letter;
  /** Tells of a stage, or of the end. */
  readonly update: (told: Told, hasEnded: boolean) => Letter;
  readonly stop: string;
}

const english: LetterWords = {
  confirm: ({ title, reference, council }) => ({
    subject: `Confirm that you want updates about ${reference}`,
    text: [
      `Somebody asked ${council} to send updates about “${title}” (${reference}) to this email address.`,
      "If it was you, open the link and confirm it. We then write to you whenever the report moves on. You can stop at any time.",
      "If it was not you, you need do nothing. We delete this address in 2 days.",
    ].join("\n\n"),
    action: "Confirm that you want updates",
  }),
  update: ({ title, reference, stage, text }, hasEnded) => ({
    subject: `${reference}: ${stage}`,
    text: [
      `The report “${title}” (${reference}), which you follow, is now at: ${stage}.`,
      ...(text === undefined ? [] : [text]),
      ...(hasEnded ? ["This is the last update about it. We delete your email address soon."] : []),
    ].join("\n\n"),
    action: "See how far it has got",
  }),
  stop: "Stop these updates",
};

const welsh: LetterWords = {
  confirm: ({ title, reference, council }) => ({
    subject: `Cadarnhewch eich bod am gael diweddariadau am ${reference}`,
    text: [
      `Gofynnodd rhywun i ${council} anfon diweddariadau am “${title}” (${reference}) i’r cyfeiriad e-bost hwn.`,
      "Os chi oedd yno, agorwch y ddolen a chadarnhewch. Byddwn wedyn yn ysgrifennu atoch bob tro y bydd yr adroddiad yn symud ymlaen. Gallwch stopio unrhyw bryd.",
      "Os nad chi oedd yno, nid oes angen i chi wneud dim. Byddwn yn dileu’r cyfeiriad hwn ymhen 2 ddiwrnod.",
    ].join("\n\n"),
    action: "Cadarnhau eich bod am gael diweddariadau",
  }),
  update: ({ title, reference, stage, text }, hasEnded) => ({
    subject: `${reference}: ${stage}`,
    text: [
      `Mae’r adroddiad “${title}” (${reference}), yr ydych yn ei ddilyn, nawr wedi cyrraedd: ${stage}.`,
      ...(text === undefined ? [] : [text]),
      ...(hasEnded
        ? ["Dyma’r diweddariad olaf amdano. Byddwn yn dileu eich cyfeiriad e-bost cyn hir."]
        : []),
    ].join("\n\n"),
    action: "Gweld pa mor bell mae wedi cyrraedd",
  }),
  stop: "Stopio’r diweddariadau hyn",
};

/** What followers are written, by the language that they chose. */
export const letterWords: Readonly<Record<Language, LetterWords>> = { en: english, cy: welsh };
