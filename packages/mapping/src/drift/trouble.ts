import type { DriftedRow, DriftFinding } from "@guildhall/contract";

/** One thing that is wrong for one row. */
export interface Trouble extends Omit<DriftFinding, "sentence" | "rows"> {
  readonly designTitle: string;
  /** What people call the field. */
  readonly title?: string | undefined;
  /** What they call the one that it most likely is now. */
  readonly likelyTitle?: string | undefined;
  /** The type that it had, and the one that it has. */
  readonly types?: readonly [string, string];
  readonly row: DriftedRow;
}

/** Make one finding of all rows that are in the same trouble. */
export function together(troubles: readonly Trouble[]): DriftFinding[] {
  const groups = new Map<string, Trouble[]>();
  for (const trouble of troubles) {
    const { kind, design, target, value } = trouble;
    const key = JSON.stringify([kind, design, target, value]);
    groups.set(key, [...(groups.get(key) ?? []), trouble]);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first
      ? findingOf(
          first,
          [first, ...others].map(({ row }) => row),
        )
      : [],
  );
}

function findingOf(trouble: Trouble, rows: readonly DriftedRow[]): DriftFinding {
  const { kind, design, target, value, likelyNow } = trouble;
  return {
    kind,
    sentence: say(trouble, rows),
    design,
    ...(target === undefined ? {} : { target }),
    ...(value === undefined ? {} : { value }),
    ...(likelyNow === undefined ? {} : { likelyNow }),
    rows: [...rows],
  };
}

type Said = Omit<Trouble, "row">;

/** Say what is wrong and what comes of it, as a person would. */
function say(trouble: Said, rows: readonly DriftedRow[]): string {
  return `${cause[trouble.kind](trouble)} ${consequence(rows)}`;
}

const cause: Readonly<Record<Trouble["kind"], (trouble: Said) => string>> = {
  "design-gone": ({ designTitle }) => `“${designTitle}” is gone.`,
  "field-gone": (trouble) => gone(trouble),
  "field-required": (trouble) =>
    `“${trouble.designTitle}” now asks for ${fieldOf(trouble)}, and nothing is written to it.`,
  "type-changed": (trouble) => {
    const [was = "", is = ""] = trouble.types ?? [];
    return `${upper(fieldOf(trouble))} of “${trouble.designTitle}” was ${was} and is ${is} now.`;
  },
  "option-gone": (trouble) =>
    `${upper(fieldOf(trouble))} of “${trouble.designTitle}” no longer takes “${trouble.value}”.`,
  "code-gone": ({ design, value }) => `The code list “${design}” no longer has “${value}”.`,
};

function gone(trouble: Said): string {
  const { designTitle, likelyNow, likelyTitle } = trouble;
  if (likelyNow === undefined) return `“${designTitle}” no longer has ${fieldOf(trouble)}.`;
  const now = fieldOf({ title: likelyTitle, target: likelyNow });
  return `“${designTitle}” has renamed ${fieldOf(trouble)}: most likely it is ${now} now.`;
}

function fieldOf({ title, target = "" }: Pick<Said, "title" | "target">): string {
  return title === undefined || title === target ? `“${target}”` : `“${title}” (${target})`;
}

function consequence(rows: readonly DriftedRow[]): string {
  const titles = [...new Map(rows.map((row) => [row.service, row.serviceTitle])).values()];
  const [first = "", ...others] = titles;
  if (others.length === 0) return `“${first}” would fail.`;
  return `${countOf(titles.length)} services would fail: ${titles.map((title) => `“${title}”`).join(", ")}.`;
}

const small = ["", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

function countOf(count: number): string {
  return small[count] ?? String(count);
}

function upper(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
