import type { DraftFinding } from "@guildhall/contract";
import { readability, textsOf } from "@guildhall/forms";
import type { AskedQuestion } from "../../conditions/questions.ts";
import { dataOf } from "../../locate.ts";
import { pathOf, under } from "../../path.ts";
import { englishSteps, partWords } from "../../words/part-words.ts";
import type { Gate, Rule } from "../gate.ts";

/** Links that a page would not show as links: only https addresses become any. */
export const links: Rule = ({ definition, service }) => {
  const whole = dataOf(definition);
  return textsOf(service).flatMap(({ path, text }) =>
    [...text.matchAll(/\[[^[\]]+\]\(([^()\s]*)\)/g)]
      .filter(([, address = ""]) => !/^https:\/\/[^\s()]+$/.test(address))
      .map(([, address]): DraftFinding => {
        const steps = englishSteps(whole, path);
        return {
          section: steps[0] === "messages" ? "messages" : "questions",
          at: pathOf(steps),
          sentence: `The link to “${address}” in ${partWords(whole, steps)} does not work: give an address that begins with https://.`,
          code: "link-not-https",
          advice: false,
        };
      }),
  );
};

/** Plain English is read at the age of 9; a sentence that is longer than this is hard for many. */
const ageWanted = 9;
const longest = 25;
/** Fewer words than this say nothing of how hard a text is. */
const fewest = 20;

/** Questions whose words are hard to read, and the form as a whole. */
export const readingAge: Rule = ({ asked }) => asked.flatMap(hardWords);

function hardWords({ question, at }: AskedQuestion): DraftFinding[] {
  const parts = { label: question.label, hint: question.hint ?? "" };
  return Object.entries(parts).flatMap(([part, text]): DraftFinding[] => {
    const sentence = hardness(text);
    if (sentence === undefined) return [];
    const where = `the ${part} of “${question.label}”`;
    return [
      {
        section: "questions",
        at: under(at, part),
        sentence: `Make ${where} easier to read: ${sentence}`,
        code: "hard-to-read",
        advice: true,
      },
    ];
  });
}

function hardness(text: string): string | undefined {
  if (text.split(/\s+/).length < fewest) return undefined;
  const { age, longestSentence } = readability([text]);
  if (longestSentence.words > longest)
    return `it has a sentence of ${longestSentence.words} words, and ${longest} are many.`;
  return age > ageWanted + 3
    ? `it reads as for ${Math.round(age)}-year-olds; use shorter words and sentences.`
    : undefined;
}

/** Questions that must be answered and have no words of their own for whoever does not. */
export const errorTexts: Rule = ({ asked }) =>
  asked
    .filter(({ question }) => mustBeAnswered(question) && question.errors?.required === undefined)
    .map(({ question, at }) => ({
      section: "questions",
      at: under(at, "errors"),
      sentence: `Write what “${question.label}” says to somebody who leaves it out: so far they read a general sentence.`,
      code: "no-error-text",
      advice: true,
    }));

function mustBeAnswered({ type, required, requiredWhen }: AskedQuestion["question"]): boolean {
  const asks = type !== "calculated" && type !== "group";
  return asks && (required || requiredWhen !== undefined);
}

/** Why each question is asked: people are told, and what nobody has a use for should not be asked. */
export const purposes: Rule = ({ asked }: Gate) => {
  const own = asked.filter(({ question, group }) => question.type !== "calculated" && !group);
  const silent = own.filter(({ question }) => question.purpose === undefined);
  const finding = { section: "privacy", code: "no-purpose", advice: true } as const;
  if (silent.length === own.length && silent.length > 1)
    return [
      {
        ...finding,
        at: "/form/pages",
        sentence: "Say of each question why it is asked: none of them does so yet.",
      },
    ];
  return silent.map(({ question, at }) => ({
    ...finding,
    at: under(at, "purpose"),
    sentence: `Say why “${question.label}” is asked.`,
  }));
};
