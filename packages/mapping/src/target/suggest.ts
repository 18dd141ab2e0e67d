import type { Fact, Form, ItemQuestion, Question, Source, TargetField } from "@guildhall/contract";
import { meaningOf, plainWords, tellingWords, vague } from "./plain-words.ts";

/** A source that may be meant for a target, and why. */
export interface Suggestion {
  readonly target: string;
  readonly from: Source;
  /** One plain sentence. */
  readonly why: string;
}

/** Something that can be written to a target. */
interface Candidate {
  readonly from: Source;
  /** What people call it. */
  readonly label: string;
  readonly names: readonly string[];
  readonly type: Kind;
  /** Only for a target that repeats: an answer within a group is there once for each item. */
  readonly isInGroup: boolean;
}

type Kind = TargetField["type"];
type Asked = Question | ItemQuestion;

/**
 * Suggest what to write to targets that nothing is written to yet, by their names and types.
 *
 * Each suggestion is one that a person can judge by its reason; where nothing is alike there is none.
 */
export function suggest(fields: readonly TargetField[], form: Form): Suggestion[] {
  const candidates = [
    ...form.pages.flatMap(({ questions }) => questions).flatMap(fromQuestion),
    ...facts,
  ];
  return fields
    .filter(({ type }) => type !== "group")
    .flatMap((field) => {
      const found = candidates
        .filter((candidate) => fits(field, candidate) && !isOtherThanTime(field, candidate))
        .map((candidate) => ({ candidate, ...likeness(field, candidate) }))
        .filter(({ score }) => score >= least)
        .toSorted((one, other) => other.score - one.score);
      const [best] = found;
      return best ? [{ target: field.target, from: best.candidate.from, why: best.why }] : [];
    });
}

/** Of the words that tell what they are, so many must be the same. */
const least = 0.6;

interface Likeness {
  readonly score: number;
  readonly why: string;
}

function likeness(field: TargetField, { names, label }: Candidate): Likeness {
  const own = [field.title, nameOf(field.target)];
  const meanings = new Set(names.map(meaningOf).filter((one) => one !== undefined));
  const meaning = own.map(meaningOf).find((one) => one !== undefined && meanings.has(one));
  const plain = new Set(names.map(plainWords));
  const isSame = own.some((name) => plain.has(plainWords(name)));
  const quoted = `“${label}”`;
  if (isSame) return { score: 3, why: `It has the same name as ${quoted}.` };
  if (meaning !== undefined) return { score: 2, why: `Both it and ${quoted} mean “${meaning}”.` };
  const shared = own.flatMap((name) => names.map((other) => sharedBy(name, other)));
  const [most] = shared.toSorted((one, other) => other.score - one.score);
  const words = most?.words.map((word) => `“${word}”`).join(" and ") ?? "";
  return { score: most?.score ?? 0, why: `It shares ${words} with ${quoted}.` };
}

/** How much of two names is the same, from 0 to 1 (Dice). */
function sharedBy(one: string, other: string): { score: number; words: readonly string[] } {
  const [own, others] = [tellingWords(one), tellingWords(other)];
  const words = [...own].filter((word) => others.has(word));
  const all = own.size + others.size;
  const isTelling = words.some((word) => !vague.has(word));
  return { score: isTelling ? (2 * words.length) / all : 0, words };
}

function nameOf(target: string): string {
  return target.split("/").at(-1) ?? target;
}

/** Whether a value of one kind can become one of the other. */
function fits({ type, repeats }: TargetField, candidate: Candidate): boolean {
  if (candidate.isInGroup && !repeats) return false;
  return type === "any" || type === candidate.type || (takes[type] ?? []).includes(candidate.type);
}

/** “How received” and “received by” are words for a way and for a person, and no moment. */
function isOtherThanTime({ title, target, type }: TargetField, candidate: Candidate): boolean {
  const isTime = /^(date|time)/.test(candidate.type) && type === "text";
  const words = [title, nameOf(target)].map(plainWords);
  return isTime && words.some((name) => /\b(how|by|who|whom|where)\b/.test(name));
}

const takes: Partial<Record<Kind, readonly Kind[]>> = {
  text: ["number", "integer", "boolean", "date", "time", "date-time", "list"],
  number: ["integer"],
  integer: ["number"],
  "date-time": ["date"],
  date: ["date-time"],
};

function fromQuestion(question: Question): Candidate[] {
  if (question.type === "group")
    return question.questions.flatMap((inner) => fromAsked(inner, true));
  return fromAsked(question, false);
}

function fromAsked(question: Asked, isInGroup: boolean): Candidate[] {
  const { id, label } = question;
  const whole = { from: { answer: id }, label, names: [id, label], isInGroup };
  const inner = parts[question.type]?.map(([part, type]) => ({
    from: { answer: `${id}.${part}` },
    label: `${label}: ${plainWords(part)}`,
    names: [part],
    type,
    isInGroup,
  }));
  return [{ ...whole, type: kinds[question.type] }, ...(inner ?? [])];
}

const kinds: Readonly<Record<Asked["type"], Kind>> = {
  text: "text",
  "long-text": "text",
  number: "number",
  money: "number",
  date: "date",
  "date-range": "group",
  time: "time",
  "yes-no": "boolean",
  radios: "text",
  select: "text",
  checkboxes: "list",
  name: "text",
  email: "text",
  phone: "text",
  address: "text",
  location: "place",
  organisation: "text",
  "vehicle-registration": "text",
  declaration: "boolean",
  "bank-details": "group",
  files: "file",
  group: "group",
  calculated: "number",
};

type Parts = readonly (readonly [part: string, type: Kind])[];

/** What an answer of several parts has, by the names of its parts. */
const parts: Partial<Record<Asked["type"], Parts>> = {
  address: [
    ["line1", "text"],
    ["town", "text"],
    ["postcode", "text"],
    ["uprn", "text"],
    ["easting", "integer"],
    ["northing", "integer"],
  ],
  location: [
    ["easting", "integer"],
    ["northing", "integer"],
    ["latitude", "number"],
    ["longitude", "number"],
    ["postcode", "text"],
    ["uprn", "text"],
    ["description", "text"],
  ],
  organisation: [
    ["name", "text"],
    ["number", "text"],
  ],
  "date-range": [
    ["from", "date"],
    ["to", "date"],
  ],
  "bank-details": [
    ["accountName", "text"],
    ["sortCode", "text"],
    ["accountNumber", "text"],
  ],
};

/** What the platform knows itself comes after what is asked. */
const facts: readonly Candidate[] = (
  [
    ["reference", "the reference", ["reference", "online reference"], "text"],
    ["processId", "the process’s id", ["process id", "online process"], "text"],
    ["callbackUrl", "where it can send news", ["address for updates", "callback url"], "text"],
    ["grant", "the right to send news", ["right to update", "callback token"], "text"],
    ["receivedAt", "when it was received", ["received"], "date-time"],
    ["respondBy", "the answer’s last day", ["respond by", "target date", "due date"], "date"],
    ["serviceTitle", "the service’s title", ["service title", "subject", "title"], "text"],
    ["councilName", "the council’s name", ["council name", "billing authority"], "text"],
    ["summary", "all answers in one text", ["summary", "details"], "text"],
    ["contact.name", "the citizen’s name", ["full name"], "text"],
    ["contact.email", "the citizen’s e-mail", ["email"], "text"],
    ["contact.phone", "the citizen’s phone", ["phone"], "text"],
  ] satisfies readonly (readonly [Fact, string, readonly string[], Kind])[]
).map(([fact, label, names, type]) => ({ from: { fact }, label, names, type, isInGroup: false }));
