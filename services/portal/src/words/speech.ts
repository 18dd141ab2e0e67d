import type { Language } from "@guildhall/contract";
import { createContext, useContext } from "hono/jsx";
import { welsh } from "./cy/welsh.ts";
import { english } from "./en/english.ts";
import type { Words } from "./words.ts";

/** The language that a page speaks. */
export interface Speech {
  readonly language: Language;
  readonly words: Words;
  /** The texts of its service that are in English though the page is not. */
  readonly untranslated: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

export const speeches: Readonly<Record<Language, Speech>> = {
  en: { language: "en", words: english, untranslated: none },
  cy: { language: "cy", words: welsh, untranslated: none },
};

const Spoken = createContext(speeches.en);

/** Has all that is drawn inside it speak one language. */
export const SpeechProvider = Spoken.Provider;

/** The language that is spoken where something is drawn. */
export function speechHere(): Speech {
  return useContext(Spoken);
}

/** What is said where something is drawn. */
export function wordsHere(): Words {
  return speechHere().words;
}
