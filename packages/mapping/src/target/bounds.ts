import type { TargetField } from "@guildhall/contract";
import { refuse } from "./refused.ts";

/** How many values a field lists; nobody maps as many one by one. */
export const mostOptions = 1000;
/** How many values are listed in a whole shape. */
const mostInAll = 50_000;
/** How many characters a shape may have as it is stored. */
const mostCharacters = 4_000_000;
const mostInPath = 2000;

/** A shape that fits into a page and a row, and what was left out for that. */
export interface Bounded {
  readonly fields: TargetField[];
  readonly remarks: readonly string[];
}

/**
 * Keep a shape small, whatever its description says: one list of values may be referred to from everywhere.
 *
 * @throws ShapeRefused where it is too large without most of them still
 */
export function bounded(all: readonly TargetField[]): Bounded {
  const left = { shortened: 0, without: 0, options: mostInAll, characters: mostCharacters };
  const fields = all.map((field) => {
    const kept = withFewer(field, left);
    left.characters -= charactersOf(kept);
    if (left.characters < 0)
      refuse("What it says of its places is more than 4 million characters, which is too much.");
    return kept;
  });
  return { fields, remarks: remarksOn(left) };
}

interface Left {
  shortened: number;
  without: number;
  options: number;
  characters: number;
}

function withFewer(field: TargetField, left: Left): TargetField {
  const { options, ...rest } = field;
  if (!options) return field;
  const count = Math.min(options.length, mostOptions);
  if (count > left.options) {
    left.without += 1;
    return rest;
  }
  left.options -= count;
  if (count === options.length) return field;
  left.shortened += 1;
  return { ...rest, options: options.slice(0, count) };
}

/** About as many as the field has once it is written down. */
function charactersOf({ target, title, text, limits, options = [] }: TargetField): number {
  const words = [target, title, text, limits?.pattern];
  const listed = options.reduce((sum, one) => sum + one.code.length + one.text.length, 0);
  return words.reduce((sum, one) => sum + (one?.length ?? 0), listed);
}

function remarksOn({ shortened, without }: Left): string[] {
  const [most, inAll] = [mostOptions, mostInAll].map((one) => one.toLocaleString("en-GB"));
  return [
    ...(shortened > 0
      ? [`Of ${named(shortened)} the first ${most} values are listed; there are more.`]
      : []),
    ...(without > 0
      ? [`Of ${named(without)} no values are listed, as there are more than ${inAll} in all.`]
      : []),
  ];
}

function named(count: number): string {
  return count === 1 ? "1 field" : `${count.toLocaleString("en-GB")} fields`;
}

/** A name as long as this would be repeated in each place within it. @throws ShapeRefused */
export function refuseLong(path: string): void {
  if (path.length > mostInPath)
    refuse("A place in it lies under names of more than 2,000 characters, which is too long.");
}
