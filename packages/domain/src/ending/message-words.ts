import type { Language, MessageKind, MessageWords } from "@guildhall/contract";

type Words = Partial<Record<MessageKind, MessageWords>>;

/** What is said where a council has no words of its own: whoever said that it is not fixed must know that they were heard. */
export const reopenedWords: Readonly<Record<Language, Words>> = {
  en: {
    reopened: {
      subject: "We have opened your request again: ((reference))",
      text: "You told us that it is not fixed. We have opened your request ((reference)) (((serviceTitle))) again, and someone will look at it.\n\n((target))",
    },
  },
  cy: {
    reopened: {
      subject: "Rydym wedi ailagor eich cais: ((reference))",
      text: "Dywedoch wrthym nad yw wedi’i ddatrys. Rydym wedi ailagor eich cais ((reference)) (((serviceTitle))), a bydd rhywun yn edrych arno.\n\n((target))",
    },
  },
};
