import { syllable } from "syllable";

/** How hard a text is to read. */
export interface Readability {
  /** The age at which a child in the UK reads such a text: Flesch-Kincaid's grade and five years. */
  readonly age: number;
  readonly longestSentence: { readonly words: number; readonly text: string };
}

/** Measure paragraphs by the length of their sentences and words; links count as their words. */
export function readability(paragraphs: readonly string[]): Readability {
  const sentences = paragraphs.flatMap(sentencesOf).map((text) => ({ text, words: wordsOf(text) }));
  const words = sentences.flatMap((sentence) => sentence.words);
  const longest = sentences.toSorted((one, other) => other.words.length - one.words.length)[0];
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  const grade =
    0.39 * (words.length / Math.max(1, sentences.length)) +
    11.8 * (syllables / Math.max(1, words.length)) -
    15.59;
  return {
    age: Math.max(0, grade + 5),
    longestSentence: { words: longest?.words.length ?? 0, text: longest?.text ?? "" },
  };
}

/** An address, a reference or a place to fill in is looked at, not read. */
function sentencesOf(paragraph: string): string[] {
  return paragraph
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\(\([a-zA-Z]+\)\)/g, "it")
    .split(/(?<=[.!?]["”’)]?)\s+|\n+/)
    .filter((sentence) => wordsOf(sentence).length > 0);
}

function wordsOf(sentence: string): string[] {
  return sentence.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
}
