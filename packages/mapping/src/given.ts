import type { Fact, Mapping, Question, Row, Transform } from "@guildhall/contract";

/** What a row's source gives, as far as a question or a fact says. */
export interface Given {
  readonly name: string;
  readonly kind: Kind;
  readonly isList: boolean;
}

/** A `cell` of a dataset may hold anything that can be written in text. */
type Kind =
  | "cell"
  | "text"
  | "number"
  | "date"
  | "time"
  | "truth"
  | "option"
  | "phone"
  | "address"
  | "location"
  | "parts"
  | "group";

const kinds: Partial<Record<Question["type"], Kind>> = {
  number: "number",
  money: "number",
  date: "date",
  "date-range": "parts",
  time: "time",
  "yes-no": "truth",
  declaration: "truth",
  radios: "option",
  select: "option",
  checkboxes: "option",
  phone: "phone",
  address: "address",
  location: "location",
  organisation: "parts",
  "bank-details": "parts",
  group: "group",
};
const factKinds: Partial<Record<Fact, Kind>> = {
  receivedAt: "date",
  respondBy: "date",
  location: "address",
  "payment.amount": "number",
  "contact.phone": "phone",
};
const partKinds: Readonly<Record<string, Kind>> = {
  uprn: "number",
  easting: "number",
  northing: "number",
  latitude: "number",
  longitude: "number",
  from: "date",
  to: "date",
};
const lists: readonly Question["type"][] = ["checkboxes", "files", "group"];

export function givenByFact(fact: Fact): Given {
  return {
    name: fact,
    kind: factKinds[fact] ?? "text",
    isList: fact === "documentLinks" || fact === "documentLabels",
  };
}

/** What answers a question, or one part of it; `isOfItems` where a group gives one for each item. */
export function givenByQuestion(
  question: Question,
  { part, isOfItems }: { part: string | undefined; isOfItems: boolean },
): Given {
  if (part !== undefined) return { name: part, kind: partKinds[part] ?? "text", isList: isOfItems };
  const { id, type } = question;
  return { name: id, kind: kindOf(question), isList: isOfItems || lists.includes(type) };
}

/** A month or a year is no day, so an approximate date can only be written as it stands. */
function kindOf(question: Question): Kind {
  if (question.type === "date" && question.approximate) return "text";
  if (question.type === "calculated") return isSum(question.value) ? "number" : "text";
  return kinds[question.type] ?? "text";
}

/** Whether JSON Logic can only come to a number. */
function isSum(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return typeof value === "number";
  return arithmetic.includes(Object.keys(value)[0] ?? "");
}

const arithmetic = ["+", "-", "*", "/", "%", "min", "max"];

/** What a dataset gives for each key. */
export function givenByDataset(name: string, key: Given | undefined): Given {
  return { name, kind: "cell", isList: key?.isList ?? false };
}

/**
 * What joining gives; a part that is undefined is a constant.
 *
 * Parts of one kind stay of that kind, since of questions under conditions only one may be answered.
 * A date and a time make a moment.
 */
export function givenByJoin(parts: readonly (Given | undefined)[], separator: string): Given {
  const [first = "text", second = "text", ...others] = parts.map((part) => part?.kind ?? "time");
  const isMoment = first === "date" && second === "time" && separator === "T";
  const isOneKind = parts.every((part) => part?.kind === first) && keptByJoin.includes(first);
  const kind = isOneKind || (isMoment && others.length === 0) ? first : "text";
  return { name: "what is joined", kind, isList: false };
}

const keptByJoin: readonly Kind[] = ["number", "date", "phone"];

/** Say why a row's changes cannot be made to what it is given, or the outcome not written where it is to go. */
export function checkGiven(row: Row, given: Given, format: Mapping["format"]): string[] {
  const fault = firstChangeFault(row.change?.[0], given) ?? shapeFault(row, given, format);
  return fault === undefined ? [] : [fault];
}

/** What a transform can begin with; an option may be called anything, so it is tried out elsewhere. */
const needs: readonly (readonly [transform: string, needed: string, kinds: readonly Kind[]])[] = [
  ["number", "a number", ["number", "option", "cell"]],
  ["date", "a date", ["date", "option", "cell"]],
  ["phone", "a phone number", ["phone", "cell"]],
  ["address", "an address", ["address"]],
  ["place", "an address or a place", ["address", "location"]],
];

function firstChangeFault(first: Transform | undefined, { name, kind }: Given): string | undefined {
  if (first === undefined) return undefined;
  if (kind === "group" && first === "count") return undefined;
  if (!hasText(kind) && !(kind === "location" && isCalled(first, "place"))) return partsFault(name);
  const need = needs.find(([transform]) => isCalled(first, transform));
  if (!need || need[2].includes(kind)) return undefined;
  const [transform, needed] = need;
  return `${transform} needs ${needed}, and “${name}” is none`;
}

/** An XML element holds text, and an attribute a single one. */
function shapeFault(row: Row, given: Given, format: Mapping["format"]): string | undefined {
  if (format === "json") return undefined;
  const begun: Shape = { hasParts: isWhole(given.kind), isList: given.isList };
  const { hasParts, isList } = (row.change ?? []).reduce(changeShape, begun);
  if (hasParts) {
    return isWhole(given.kind) && !(row.change ?? []).some(isPoint)
      ? partsFault(given.name)
      : "a point has parts; XML takes a longitude and a latitude";
  }
  const isAttribute = row.target.split("/").at(-1)?.startsWith("@");
  return isList && isAttribute ? `“${given.name}” is a list; join it` : undefined;
}

interface Shape {
  readonly hasParts: boolean;
  readonly isList: boolean;
}

function changeShape(shape: Shape, change: Transform): Shape {
  if (isCalled(change, "absent")) return shape;
  if (isCalled(change, "join")) return shape.isList ? { hasParts: false, isList: false } : shape;
  if (isCalled(change, "count")) return { hasParts: false, isList: false };
  return { hasParts: isPoint(change), isList: shape.isList || makesList(change) };
}

function makesList(change: Transform): boolean {
  if (typeof change === "string") return false;
  return "pieces" in change || ("address" in change && typeof change.address === "object");
}

function isPoint(change: Transform): boolean {
  return typeof change === "object" && "place" in change && change.place === "point";
}

function isCalled(change: Transform, name: string): boolean {
  return typeof change === "string" ? change === name : name in change;
}

/** Tell whether this can be written as one text; of what has parts, only an address can. */
export function hasText(kind: Kind): boolean {
  return kind === "address" || !isWhole(kind);
}

function isWhole(kind: Kind): boolean {
  return ["address", "location", "parts", "group"].includes(kind);
}

function partsFault(name: string): string {
  return `“${name}” has parts; name one, or change an address to text`;
}
