import type { Row, Transform } from "@guildhall/contract";
import { formatDate, patternFault } from "./date.ts";
import { MappingFault, type Place } from "./fault.ts";
import { isAbsent, type Scope } from "./scope.ts";
import { asText, isNumber } from "./text.ts";

/** A change to a value that is there. */
export type Change = (value: unknown, scope: Scope) => unknown;

type Words = Extract<Transform, string>;
type Settings = Exclude<Transform, string>;

const textChanges: Record<Exclude<Words, "number">, (text: string) => string> = {
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
  trim: (text) => text.trim(),
  text: (text) => text,
  collapse: (text) => text.replace(/\s+/g, " ").trim(),
};

/**
 * Turn one of a row's transforms into a function; all but `join` change a list item by item.
 *
 * @throws MappingFault for a setting that cannot work
 */
export function compileTransform(transform: Transform, row: Row, place: Place): Change {
  if (typeof transform === "string") return itemwise(compileWord(transform, place));
  if ("join" in transform) return compileJoin(transform.join, place);
  return itemwise(compileSetting(transform, row, place));
}

function compileWord(word: Words, place: Place): Change {
  if (word === "number") return (value) => toNumber(value, place);
  if (!Object.hasOwn(textChanges, word)) {
    throw new MappingFault(place, `there is no transform “${word}”`);
  }
  return onText(textChanges[word], place);
}

function compileSetting(
  transform: Exclude<Settings, { join: string }>,
  row: Row,
  place: Place,
): Change {
  if ("cut" in transform) return compileCut(transform.cut, place);
  if ("pad" in transform) return compilePad(transform.pad, place);
  if ("date" in transform) return compileDate(transform.date, place);
  if ("label" in transform) return compileLabel(row, place);
  return compileList(transform, place);
}

function compileCut(length: number, place: Place): Change {
  if (!isCount(length)) throw new MappingFault(place, "cut needs a whole number above 0");
  return onText((text) => cut(text, length), place);
}

/** Characters are code points, so that an emoji is kept whole or left out whole. */
function cut(text: string, length: number): string {
  let end = 0;
  for (let kept = 0; kept < length && end < text.length; kept += 1) {
    end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  }
  return text.slice(0, end);
}

function compilePad({ to, with: filler }: { to: number; with: string }, place: Place): Change {
  if (!isCount(to) || to > 1000) throw new MappingFault(place, "pad needs a number from 1 to 1000");
  if ([...filler].length !== 1 || !filler.isWellFormed()) {
    throw new MappingFault(place, "pad needs one character to pad with");
  }
  return onText((text) => filler.repeat(Math.max(0, to - [...text].length)) + text, place);
}

function compileDate(pattern: string, place: Place): Change {
  const fault = patternFault(pattern);
  if (fault !== undefined) throw new MappingFault(place, fault);
  return (value) => {
    const written = typeof value === "string" ? formatDate(value, pattern) : undefined;
    if (written === undefined) throw new MappingFault(place, "the value is not a date or a moment");
    return written;
  };
}

function compileJoin(separator: string, place: Place): Change {
  return (value) => {
    if (!Array.isArray(value)) return value;
    return value
      .filter((item) => !isAbsent(item))
      .map((item) => textOf(item, place))
      .join(separator);
  };
}

function compileList(
  { list, otherwise }: { list: Record<string, unknown>; otherwise?: unknown },
  place: Place,
): Change {
  if (Object.keys(list).length === 0) throw new MappingFault(place, "the list has no entries");
  return (value) => {
    const key = textOf(value, place);
    if (Object.hasOwn(list, key)) return list[key];
    if (otherwise !== undefined) return otherwise;
    throw new MappingFault(place, "the list has no entry for the value, and no otherwise");
  };
}

function compileLabel(row: Row, place: Place): Change {
  const question = row.from && "answer" in row.from ? row.from.answer.split(".").at(-1) : undefined;
  if (question === undefined) {
    throw new MappingFault(place, "only the answer to a question has an option's label");
  }
  return (value, { input }) => {
    const label = input.labels(question, textOf(value, place));
    if (label === undefined) throw new MappingFault(place, "the question has no such option");
    return label;
  };
}

function toNumber(value: unknown, place: Place): number {
  if (isNumber(value)) return value;
  const written = typeof value === "string" ? value.trim() : "";
  if (!/^-?\d+(\.\d+)?$/.test(written)) throw new MappingFault(place, "the value is not a number");
  const number = Number(written);
  if (Math.abs(number) > Number.MAX_SAFE_INTEGER) {
    throw new MappingFault(place, "the number is too long to be kept exact; leave it as text");
  }
  return number;
}

function onText(change: (text: string) => string, place: Place): Change {
  return (value) => change(textOf(value, place));
}

function textOf(value: unknown, place: Place): string {
  const text = asText(value);
  if (text === undefined) throw new MappingFault(place, "the value has parts; name one of them");
  return text;
}

function itemwise(change: Change): Change {
  return (value, scope) => {
    if (!Array.isArray(value)) return change(value, scope);
    return value.map((item) => change(item, scope)).filter((item) => !isAbsent(item));
  };
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}
