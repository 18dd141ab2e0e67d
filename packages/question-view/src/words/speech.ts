import type { Language } from "@guildhall/contract";
import { createContext, useContext } from "hono/jsx";
import { english } from "./english.ts";
import { welsh } from "./welsh.ts";
import type { QuestionWords } from "./words.ts";

/** The language that questions are asked in. */
export interface QuestionSpeech {
  readonly language: Language;
  readonly words: QuestionWords;
  /** The texts of the service that are in English though the page is not. */
  readonly untranslated: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

export const questionSpeeches: Readonly<Record<Language, QuestionSpeech>> = {
  en: { language: "en", words: english, untranslated: none },
  cy: { language: "cy", words: welsh, untranslated: none },
};

const Spoken = createContext(questionSpeeches.en);

/** Has all questions that are drawn inside it speak one language. */
export const QuestionSpeechProvider = Spoken.Provider;

/** The language that is spoken where a question is drawn. */
export function speechHere(): QuestionSpeech {
  return useContext(Spoken);
}

/** What is said where a question is drawn. */
export function wordsHere(): QuestionWords {
  return speechHere().words;
}
