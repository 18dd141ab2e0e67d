import type { Language } from "@guildhall/contract";
import { type QuestionSpeech, QuestionSpeechProvider } from "@guildhall/question-view";
import { type Child, createContext, useContext } from "hono/jsx";
import { welsh } from "./cy/welsh.ts";
import { english } from "./en/english.ts";
import type { Words } from "./words.ts";

/** The language that a page speaks. */
export interface Speech extends QuestionSpeech {
  readonly words: Words;
}

const none: ReadonlySet<string> = new Set();

export const speeches: Readonly<Record<Language, Speech>> = {
  en: { language: "en", words: english, untranslated: none },
  cy: { language: "cy", words: welsh, untranslated: none },
};

const Spoken = createContext(speeches.en);

/** Has all that is drawn inside it speak one language, its questions too. */
export function SpeechProvider({ value, children }: { value: Speech; children?: Child }) {
  return (
    <Spoken.Provider value={value}>
      <QuestionSpeechProvider value={value}>{children}</QuestionSpeechProvider>
    </Spoken.Provider>
  );
}

/** The language that is spoken where something is drawn. */
export function speechHere(): Speech {
  return useContext(Spoken);
}

/** What is said where something is drawn. */
export function wordsHere(): Words {
  return speechHere().words;
}
