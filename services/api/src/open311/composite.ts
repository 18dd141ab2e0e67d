import type { ItemQuestion } from "@guildhall/contract";
import { dateFields } from "./values.ts";

type Field = readonly [name: string, values: readonly string[]];

/** The fields of an answer of several parts, as its page would send them, read from the one text of an attribute. */
export function partFields(question: ItemQuestion, name: string, text: string): Field[] {
  return text === "" ? [] : (readers[question.type]?.(name, text) ?? []);
}

const position = /^(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,2}(?:\.\d+)?)(?:[\s,;:]+(.*))?$/s;

/**
 * The fields of a place: what was sent of it beside words, else a latitude and a longitude that the words begin with.
 */
export function locationFields(
  name: string,
  text: string,
  grid: Readonly<Record<string, string>>,
): Field[] {
  const [, latitude, longitude, words = text] = position.exec(text) ?? [];
  const written = latitude && longitude ? { latitude, longitude } : {};
  const description = latitude && words === text ? "" : words;
  const parts = { ...written, ...grid, description };
  return Object.entries(parts).map(([part, value]) => [`${name}-${part}`, [value]]);
}

const readers: Partial<Record<ItemQuestion["type"], (name: string, text: string) => Field[]>> = {
  "date-range": rangeFields,
  organisation: organisationFields,
  "bank-details": bankFields,
};

/** `2026-03-27 to 2026-03-29`; a day alone is the first and the last. */
function rangeFields(name: string, text: string): Field[] {
  const [from = "", to = from] = text.split(/\s+(?:to|until|–|-)\s+|\/(?=\d{4}-)/i);
  return [...dateFields(`${name}-from`, from.trim()), ...dateFields(`${name}-to`, to.trim())];
}

/** `Cambridge Bikes Ltd (01234567)`. */
function organisationFields(name: string, text: string): Field[] {
  const [, body = text, number = ""] = /^(.*\S)\s*\(([A-Za-z\d -]{5,14})\)$/s.exec(text) ?? [];
  return [
    [`${name}-name`, [body]],
    [`${name}-number`, [number]],
  ];
}

/** `Ada Byron, 04-00-04, 12345678`, and a roll number after them; the name may have commas of its own. */
function bankFields(name: string, text: string): Field[] {
  const pieces = text.split(",").map((piece) => piece.trim());
  const at = pieces.findIndex((piece) => /^\d{2}[\s–-]?\d{2}[\s–-]?\d{2}$/.test(piece));
  const sortCode = at < 0 ? 1 : at;
  return [
    [`${name}-accountName`, [pieces.slice(0, sortCode).join(", ")]],
    [`${name}-sortCode`, [pieces[sortCode] ?? ""]],
    [`${name}-accountNumber`, [pieces[sortCode + 1] ?? ""]],
    [`${name}-rollNumber`, [pieces.slice(sortCode + 2).join(", ")]],
  ];
}
