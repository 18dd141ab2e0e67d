import type { Code, Option } from "@guildhall/contract";
import { alike } from "../drift/likeness.ts";
import { plainWords } from "./plain-words.ts";

/** Which of a receiver's values is meant by an option, and how sure that is. */
export interface OptionMatch {
  /** The option's value. */
  readonly option: string;
  readonly code: string;
  /** `exact`: it is written the same; `plain`: but for case and marks; `likely`: it is like it, and to be judged. */
  readonly how: "exact" | "plain" | "likely";
}

/** Less alike than this is another value. */
const least = 0.55;

/** Find for each option the receiver's value that it most likely means. One that is like none is left out. */
export function optionMatches(options: readonly Option[], codes: readonly Code[]): OptionMatch[] {
  return options.flatMap((option) => {
    const names = [option.value, option.label];
    const exact = codes.find(({ code, text }) => names.includes(code) || names.includes(text));
    if (exact) return [{ option: option.value, code: exact.code, how: "exact" as const }];
    const plain = new Set(names.map(plainWords));
    const same = codes.find(({ code, text }) =>
      [code, text].map(plainWords).some((one) => plain.has(one)),
    );
    if (same) return [{ option: option.value, code: same.code, how: "plain" as const }];
    return likelyFor(option, codes);
  });
}

function likelyFor(option: Option, codes: readonly Code[]): OptionMatch[] {
  const label = plainWords(option.label);
  const [best] = codes
    .map(({ code, text }) => ({ code, score: alike(label, plainWords(text)) }))
    .filter(({ score }) => score >= least)
    .toSorted((one, other) => other.score - one.score);
  return best ? [{ option: option.value, code: best.code, how: "likely" }] : [];
}
