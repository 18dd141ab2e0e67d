import type { DraftDefinition } from "@guildhall/contract";
import { questionsIn } from "./held.ts";

/** A name for a new question that none has yet, made of the words of its label: “noiseSource”. */
export function nameOfQuestion(definition: DraftDefinition, label: string): string {
  const [first = "question", ...others] = wordsOf(label.replace(/^[^a-z]+/i, ""));
  const name = [first, ...others.map(capital)].join("").slice(0, 50);
  const taken = new Set(questionsIn(definition).map(({ question }) => question.id));
  return free(name, taken, "");
}

/** The same of a page or a condition: “noise-source”. */
export function nameOfPart(
  parts: readonly { readonly id: string }[],
  title: string,
  otherwise: string,
): string {
  const name = wordsOf(title).join("-").slice(0, 70) || otherwise;
  return free(name.replace(/-$/, ""), new Set(parts.map(({ id }) => id)), "-");
}

function wordsOf(text: string): string[] {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f'’]/g, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .slice(0, 6);
}

function free(name: string, taken: ReadonlySet<string>, separator: string): string {
  if (!taken.has(name)) return name;
  let count = 2;
  while (taken.has(`${name}${separator}${count}`)) count += 1;
  return `${name}${separator}${count}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
