/** One line of questions that were written down, by what it is for. */
export type Line =
  | { readonly kind: "page"; readonly at: number; readonly words: string }
  | {
      readonly kind: "question" | "item";
      readonly at: number;
      readonly words: string;
      readonly marks: ReadonlySet<Mark>;
    }
  | { readonly kind: "option" | "hint" | "when"; readonly at: number; readonly words: string };

/** What may stand in brackets behind a question. */
export type Mark = "optional" | "any" | "several";

const marks: readonly (readonly [RegExp, Mark])[] = [
  [/\s*\((optional|not required|if known)\)\s*$/i, "optional"],
  [/\s*\((choose|select|tick|pick) (any|all)[^)]*\)\s*$/i, "any"],
  [/\s*\((several|repeat|add another|for each)\)\s*$/i, "several"],
];

/** Read the lines of a text, each by its first characters; empty ones are left out. */
export function linesOf(text: string): Line[] {
  const lines = text.split(/\r\n?|\n/).map((line) => line.replaceAll(/\s+/g, " ").trim());
  return lines.flatMap((line, index) => lineOf(line, index + 1) ?? []);
}

const beginnings = [
  ["page", /^#+\s*(.*)$/],
  ["option", /^[-*•☐□o]\s+(.*)$/],
  ["hint", /^hint:\s*(.*)$/i],
  ["when", /^only if:?\s+(.*)$/i],
] as const;

function lineOf(line: string, at: number): Line | undefined {
  if (line === "") return undefined;
  for (const [kind, beginning] of beginnings) {
    const [, words] = beginning.exec(line) ?? [];
    if (words !== undefined) return { kind, at, words };
  }
  const [, item] = /^>\s*(.*)$/.exec(line) ?? [];
  const kind = item === undefined ? "question" : "item";
  return { kind, at, ...marked(unnumbered(item ?? line)) };
}

/** Paper forms number their questions: `3.`, `3b)`, `Q3:`. */
function unnumbered(words: string): string {
  return words.replace(/^(q(uestion)?\s*)?\d{1,3}[a-z]?[.):]\s+/i, "");
}

function marked(words: string): { words: string; marks: Set<Mark> } {
  const found = new Set<Mark>();
  let rest = words.replace(/\s*\*$/, "");
  for (let before = ""; before !== rest; ) {
    before = rest;
    for (const [pattern, mark] of marks) {
      if (!pattern.test(rest)) continue;
      rest = rest.replace(pattern, "");
      found.add(mark);
    }
  }
  return { words: rest.trim(), marks: found };
}
