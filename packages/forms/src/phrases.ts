import type { Language } from "@guildhall/contract";
import { english } from "./english.ts";
import type { AnyQuestion } from "./question.ts";
import { welsh } from "./welsh.ts";

/** What one part of an answer is called, and what to do where it is missing or wrong. */
export interface PartPhrases {
  readonly name: string;
  readonly missing: string;
  readonly wrong: string;
}

type PartsOf<Name extends string> = Readonly<Record<Name, PartPhrases>>;

/**
 * All that the platform itself says of an answer, in one language: what a language lacks does not compile.
 *
 * A `subject` is what `subject` made of a question, or `partSubject` of a part's name.
 */
export interface Phrases {
  readonly subject: (question: AnyQuestion) => string;
  readonly partSubject: (name: string) => string;

  readonly enter: (question: AnyQuestion) => string;
  readonly select: (question: AnyQuestion) => string;
  readonly selectYesOrNo: (question: AnyQuestion) => string;
  readonly upload: (question: AnyQuestion) => string;
  readonly confirm: (question: AnyQuestion) => string;
  readonly add: (itemName: string) => string;
  readonly enterPart: (name: string) => string;

  readonly mustBeDate: (subject: string) => string;
  /** `parts` are what is missing of a date: `day`, `month and year`. */
  readonly mustInclude: (subject: string, parts: string) => string;
  readonly mustBeTime: (subject: string) => string;
  readonly mustBeWhole: (subject: string) => string;
  readonly mustBeNumber: (subject: string, decimals: number) => string;
  readonly mustBeAmount: (subject: string) => string;
  readonly mustBeNowOrPast: (subject: string) => string;
  readonly mustBeNowOrFuture: (subject: string) => string;
  readonly mustFollowStart: (subject: string) => string;
  readonly mustBeAtLeast: (subject: string, least: string) => string;
  readonly mustBeAtMost: (subject: string, most: string) => string;
  readonly mustBeShorter: (subject: string, most: number) => string;
  readonly tooLong: (subject: string) => string;
  readonly tooShort: (subject: string) => string;
  readonly badCharacter: (subject: string) => string;
  readonly typeAgain: string;
  readonly tooFewAnswers: (subject: string) => string;
  readonly tooManyAnswers: (subject: string) => string;
  readonly tooManyFiles: (most: number) => string;
  readonly tooFewItems: (itemName: string, least: number) => string;
  readonly tooManyItems: (itemName: string, most: number) => string;
  readonly notRight: (subject: string) => string;

  readonly registration: string;
  readonly email: string;
  readonly phone: string;
  readonly notAnOption: string;
  readonly unknownField: string;
  readonly noPlace: string;
  readonly outside: string;
  readonly northernIreland: string;
  readonly twoPlaces: string;
  readonly exit: string;

  readonly parts: {
    readonly address: PartsOf<"line1" | "line2" | "town" | "postcode">;
    readonly location: PartsOf<
      "latitude" | "longitude" | "easting" | "northing" | "postcode" | "uprn" | "description"
    >;
    readonly organisation: PartsOf<"name" | "number">;
    readonly "bank-details": PartsOf<"accountName" | "sortCode" | "accountNumber" | "rollNumber">;
    readonly "date-range": PartsOf<"from" | "to">;
  };

  readonly yes: string;
  readonly no: string;
  readonly files: (count: number) => string;
  readonly months: readonly string[];
  readonly about: (year: string, month?: string) => string;
  readonly fromTo: (from: string, to: string) => string;
  readonly midnight: string;
  readonly midday: string;
  readonly gridReference: (reference: string) => string;
  readonly sortCode: (code: string) => string;
  readonly accountEnding: (digits: string) => string;
}

/** The table of each language. */
export const phrases: Readonly<Record<Language, Phrases>> = { en: english, cy: welsh };
