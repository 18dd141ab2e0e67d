import type { Transform } from "@guildhall/contract";
import { MappingFault, type Place } from "../fault.ts";
import { isAbsent } from "../scope.ts";
import { isNumber } from "../text.ts";
import { toAscii } from "./ascii.ts";
import { capitals } from "./capitals.ts";
import { type Change, itemwise, textwise } from "./change.ts";

type Word = Extract<Transform, string>;

const textChanges: Record<Exclude<Word, "number" | "count">, (text: string) => string> = {
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
  capitals,
  trim: (text) => text.trim(),
  text: (text) => text,
  collapse: (text) => text.replace(/\s+/g, " ").trim(),
  digits: (text) => text.replace(/[^0-9]+/g, ""),
  ascii: toAscii,
};

/** Turn a transform without settings into a change. @throws MappingFault where there is none of that name */
export function compileWord(word: Word, place: Place): Change {
  if (word === "count") return countOf;
  if (word === "number") return itemwise((value) => toNumber(value, place));
  if (!Object.hasOwn(textChanges, word)) {
    throw new MappingFault(place, `there is no transform “${word}”`);
  }
  return textwise(textChanges[word], place);
}

function countOf(value: unknown): number {
  return Array.isArray(value) ? value.filter((item) => !isAbsent(item)).length : 1;
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
