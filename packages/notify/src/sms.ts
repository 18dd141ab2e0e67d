import { mostSmsParts, smsLength } from "@guildhall/contract";
import { fillWords, type MessageFacts } from "./words.ts";

/** What a text to a phone is made of. */
export interface SmsParts {
  readonly words: string;
  readonly facts: MessageFacts;
  /** Where it can be read on; it always comes along whole. */
  readonly url?: string;
}

/**
 * Write a text to a phone: one piece of plain text, with its link last.
 *
 * What is too long for four parts ends in three dots at a word, so that the link stays. Marks that would make a part
 * hold half as much are written in the phones' own alphabet; letters that Welsh needs are left as they are.
 *
 * @throws MessageFault for a placeholder that has no fact
 */
export function renderSms({ words, facts, url }: SmsParts): string {
  const said = plain(fillWords(words, facts));
  const link = url === undefined ? "" : `\n${url}`;
  if (fits(said + link)) return said + link;
  const all = said.split(" ");
  // What fits with n words fits with fewer, so the most that do are found by halving.
  let [least, most] = [0, all.length];
  while (least < most) {
    const half = Math.ceil((least + most) / 2);
    if (fits(cut(all, half) + link)) least = half;
    else most = half - 1;
  }
  return (cut(all, least) + link).trimStart();
}

function cut(words: readonly string[], count: number): string {
  return count === 0 ? "" : `${words.slice(0, count).join(" ")}...`;
}

function fits(text: string): boolean {
  return smsLength(text).parts <= mostSmsParts;
}

const inPlain: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
  "…": "...",
  "•": "-",
};

/** On one line, without what cannot be seen. */
function plain(text: string): string {
  return text
    .replace(/[‘’“”–—…•]/g, (mark) => inPlain[mark] ?? mark)
    .replace(/[\p{Cf}]/gu, "")
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
}
