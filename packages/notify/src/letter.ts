import type { MessageWords } from "@guildhall/contract";
import { fillWords, type MessageFacts, onOneLine, paragraphsOf } from "./words.ts";

/**
 * Write a letter: the council's words on paper, whose layout is the printer's.
 *
 * @throws MessageFault for a placeholder that has no fact
 */
export function renderLetter({
  words,
  facts,
}: {
  readonly words: MessageWords;
  readonly facts: MessageFacts;
}): { readonly subject: string; readonly text: string } {
  return {
    subject: onOneLine(fillWords(words.subject, facts)),
    text: paragraphsOf(fillWords(words.text, facts)).join("\n\n"),
  };
}
