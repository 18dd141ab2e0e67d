import type { Fault, MessageWords } from "@guildhall/contract";

/** What a message says of the process: its facts by name, which the council's words call for as `((name))`. */
export type MessageFacts = Readonly<Record<string, string>>;

/** A message that cannot be made. `placeholder` is the name in the council's words that nothing stands for. */
export class MessageFault extends Error {
  readonly placeholder: string;

  constructor(placeholder: string) {
    super(`The message calls for ((${placeholder})), which it has no fact for`);
    this.name = "MessageFault";
    this.placeholder = placeholder;
  }
}

/** Find what would make a message impossible, while its author can still change the words. */
export function checkWords(words: MessageWords, knownFacts: readonly string[]): Fault[] {
  return (["subject", "text"] as const).flatMap((part) => {
    const pointer = `/${part}`;
    const unknown = placeholdersIn(words[part]).filter((name) => !knownFacts.includes(name));
    const faults = unknown.map((detail) => ({ pointer, code: "unknown-placeholder", detail }));
    return isBalanced(words[part])
      ? faults
      : [...faults, { pointer, code: "unclosed-placeholder" }];
  });
}

/**
 * Put the facts into a council's words.
 *
 * One walk from left to right: what is put in is not read again, so a fact may hold `((anything))`.
 *
 * @throws MessageFault for a name that has no fact
 */
export function fillWords(words: string, facts: MessageFacts): string {
  return words.replace(placeholder, (_, name: string) => {
    const known = name.trim();
    if (!Object.hasOwn(facts, known)) throw new MessageFault(known);
    return facts[known] ?? "";
  });
}

/** The paragraphs of a text, apart by an empty line; those with nothing in them are left out. */
export function paragraphsOf(text: string): string[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}

/** A text on one line: a line end in it would begin a new header in a mail. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}

const placeholder = /\(\(([^()]*)\)\)/g;

function placeholdersIn(words: string): string[] {
  return [...words.matchAll(placeholder)].map(([, name = ""]) => name.trim());
}

function isBalanced(words: string): boolean {
  return !words.replace(placeholder, "").includes("((");
}
