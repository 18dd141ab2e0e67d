import type { Difference } from "@guildhall/mapping";
import { visible } from "../visible.ts";

/** What fits beside the words before it on a screen. */
const widest = 96;
/** What is kept of the same beginning, to know the place by. */
const lead = 24;

/** Say a difference in a few lines. */
export function linesOf({ kind, at, expected = "", got = "" }: Difference): string[] {
  switch (kind) {
    case "changed": {
      const from = firstDifference(expected, got);
      const { start, note } = windowAt(from, Math.max(expected.length, got.length));
      return [
        `${at || "the document"}${note}`,
        `  expected  ${excerpt(expected, start)}`,
        `  got       ${excerpt(got, start)}`,
      ];
    }
    case "missing":
      return [`${at} is missing`, `  expected  ${excerpt(expected, 0)}`];
    case "unexpected":
      return [`${at} is not expected`, `  got       ${excerpt(got, 0)}`];
    case "moved":
      return [`${at} stands in another place`];
    case "layout":
      return ["it says the same in another order or layout"];
  }
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

function windowAt(from: number, length: number): { start: number; note: string } {
  if (length <= widest) return { start: 0, note: "" };
  const note = `, from character ${(from + 1).toLocaleString("en-GB")} on`;
  return { start: from > lead ? from - lead : 0, note };
}

/** A part of a text on one line, with what nobody can see made visible. */
function excerpt(text: string, start: number): string {
  if (text === "") return "(empty)";
  const end = start + widest;
  const whole = text.replace(/^ +| +$/g, (spaces) => "␣".repeat(spaces.length));
  const shown = visible(whole.slice(start, end).toWellFormed());
  return `${start > 0 ? "…" : ""}${shown}${end < text.length ? "…" : ""}`;
}
