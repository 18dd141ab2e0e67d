import type { Speech } from "../words/speech.tsx";

const locales = { en: "en-GB", cy: "cy" } as const;

/** What a page says around its content and in its components, and the language that it is marked as. */
export function spokenLayout({ language, words }: Speech) {
  return {
    lang: locales[language],
    words: words.frame.layout,
    componentWords: words.components,
  };
}
