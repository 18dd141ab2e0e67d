import type { Language } from "@guildhall/contract";

interface MergedWords {
  /** To the citizen of a duplicate. */
  readonly toCitizen: (about: { reference: string; url: string; follows: boolean }) => string;
  /** To those who followed it. */
  readonly toFollower: (reference: string) => string;
}

/** What is said of a duplicate that is dealt with as another request. */
export const mergedWords: Readonly<Record<Language, MergedWords>> = {
  en: {
    toCitizen: ({ reference, url, follows }) =>
      [
        `We are dealing with this together with request ${reference}, which is about the same thing.`,
        `See how far it has got: ${url}`,
        ...(follows ? ["We will write to you whenever it moves on."] : []),
      ].join("\n\n"),
    toFollower: (reference) =>
      `We are dealing with this together with request ${reference}, which is about the same thing.`,
  },
  cy: {
    toCitizen: ({ reference, url, follows }) =>
      [
        `Rydym yn delio â hyn ynghyd â chais ${reference}, sydd am yr un peth.`,
        `Gweld pa mor bell mae wedi cyrraedd: ${url}`,
        ...(follows ? ["Byddwn yn ysgrifennu atoch bob tro y bydd yn symud ymlaen."] : []),
      ].join("\n\n"),
    toFollower: (reference) =>
      `Rydym yn delio â hyn ynghyd â chais ${reference}, sydd am yr un peth.`,
  },
};
