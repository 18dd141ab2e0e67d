import type { MessageWords } from "@guildhall/contract";
import { placeholders } from "./placeholders.ts";

/** What keeps a message from being filled in. */
export interface WordsFault {
  readonly part: keyof MessageWords;
  readonly code: "unknown-placeholder" | "unfinished-placeholder";
  readonly sentence: string;
}

const parts = ["subject", "text", "sms"] as const;
const placeholder = /\(\(([^()]*)\)\)/g;

/** Find the placeholders that nothing stands for, and those that were begun and not finished, each in a sentence. */
export function wordsFaults(words: MessageWords): WordsFault[] {
  return parts.flatMap((part) => {
    const said = words[part] ?? "";
    return [...unknown(part, said), ...unfinished(part, said)];
  });
}

function unknown(part: WordsFault["part"], words: string): WordsFault[] {
  const names = [...words.matchAll(placeholder)].map(([, name = ""]) => name.trim());
  return [...new Set(names)]
    .filter((name) => !placeholders.some((one) => one.name === name))
    .map((name) => {
      const meant = meantBy(name);
      const advice = meant
        ? `Did you mean “((${meant}))”?`
        : "Choose one from the list, or take the brackets away.";
      const sentence = `“((${name}))” cannot be filled in. ${advice}`;
      return { part, code: "unknown-placeholder", sentence };
    });
}

function unfinished(part: WordsFault["part"], words: string): WordsFault[] {
  const left = words.replace(placeholder, "");
  const at = left.indexOf("((");
  if (at < 0) return [];
  const [begun = ""] = /^\(\([^\s]{0,30}/.exec(left.slice(at)) ?? [];
  const sentence = `“${begun}” is not finished. A placeholder is written like this: “((reference))”.`;
  return [{ part, code: "unfinished-placeholder", sentence }];
}

/** The placeholder that a name was most likely to be: so few letters differ that it is no other. */
function meantBy(name: string): string | undefined {
  const plain = simple(name);
  const [nearest] = placeholders
    .flatMap((one) => [one.name, one.title].map((said) => ({ name: one.name, said: simple(said) })))
    .map(({ name: known, said }) => ({ known, far: lettersApart(plain, said) }))
    .sort((one, other) => one.far - other.far);
  return nearest && nearest.far <= Math.max(1, plain.length / 3) ? nearest.known : undefined;
}

function simple(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z]/g, "")
    .slice(0, 40);
}

/** How many letters have to be put in, taken out or changed to make one word the other (Levenshtein). */
function lettersApart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [down, letter] of [...one].entries()) {
    const next = [down + 1];
    for (const [across, wanted] of [...other].entries()) {
      const changed = (row[across] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min(changed, (row[across + 1] ?? 0) + 1, (next[across] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
