import type { AnyQuestion, QuestionOf } from "../question.ts";
import { addresses, bankDetails, locations, organisations, registrations } from "./composites.ts";
import { textsOf } from "./texts.ts";

/** What a form's own conditions compare answers with, and the day it is: where answers have their edges. */
export interface Edges {
  readonly today: string;
  readonly literals: readonly unknown[];
}

/** Answers worth trying for a question that is no group. Not all of them need be allowed. */
export function candidatesFor(
  question: Exclude<AnyQuestion, QuestionOf<"group">>,
  edges: Edges,
): readonly unknown[] {
  switch (question.type) {
    case "number":
      return numbers(question, edges);
    case "money":
      return numbers({ ...question, decimals: 2 }, edges);
    case "date":
      return [...dates(edges.today), ...periods(edges.today), ...edges.literals];
    case "date-range":
      return ranges(edges.today);
    case "time":
      return ["00:00", "23:59", "01:30", "12:00", ...edges.literals];
    case "yes-no":
    case "declaration":
      return [true, false];
    case "radios":
    case "select":
      return question.options.map(({ value }) => value);
    case "checkboxes":
      return choices(question.options.map(({ value }) => value));
    case "email":
      return emails;
    case "phone":
      return phones;
    case "address":
      return addresses;
    case "location":
      return locations;
    case "organisation":
      return organisations;
    case "vehicle-registration":
      return registrations;
    case "bank-details":
      return bankDetails;
    case "files":
      return files(question.maxFiles);
    case "calculated":
      return [];
    default:
      return textsOf(longestOf(question), question.type !== "long-text");
  }
}

/** How many code points a text may have. */
export function longestOf(question: QuestionOf<"text" | "long-text" | "name">): number {
  return question.type === "name" ? 120 : question.maxLength;
}

function numbers(
  { min, max, decimals }: Pick<QuestionOf<"number">, "min" | "max" | "decimals">,
  { literals }: Edges,
): number[] {
  const step = 10 ** -decimals;
  const edges = literals.filter((one) => typeof one === "number");
  const around = edges.flatMap((one) => [one - step, one, one + step]);
  const most = Number.MAX_SAFE_INTEGER;
  const ends = [min ?? -most, max ?? most];
  return [...ends, 0, 1, 7, -1, 1234567, 12.5, 0.1 + 0.2, step, ...around].map((one) =>
    Number(one.toFixed(decimals)),
  );
}

/** Both ends, leap days, and the days on which the clocks change. */
function dates(today: string): string[] {
  const days = ["1900-01-01", "2024-02-29", "2025-03-30", "2025-10-26", "2026-03-29", "2100-12-31"];
  return [today, dayAfter(today, -1), dayAfter(today, 1), ...days];
}

/** Months and years, which only an approximate date takes. */
function periods(today: string): string[] {
  return [today.slice(0, 4), today.slice(0, 7), "1900", "2100-12", "2024-02"];
}

function ranges(today: string): Record<string, string>[] {
  const days = [dayAfter(today, -1), today, dayAfter(today, 1), "1900-01-01", "2100-12-31"];
  return days.flatMap((from) => days.map((to) => ({ from, to })));
}

/** The day so many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function choices(values: readonly string[]): string[][] {
  return [values.toReversed(), ...values.map((value) => [value])];
}

const emails = [
  "a@b.uk",
  "ada.byron+council@post.example.org.uk",
  "o'brien!#$%&*+/=?^_`{|}~-@example.org",
  `${"a".repeat(64)}@${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(58)}.uk`,
];

const phones = [
  "01632 960001",
  "07700900001",
  "+441632960001",
  "+44 (0)1632 960 001",
  "(01632) 960-001",
  "01632 960001 ext. 4321",
  "+33 1 70 18 99 00",
  "+1 202 555 0100",
  "+49 1521 123456789",
];

function files(most: number): string[][] {
  const ids = Array.from(
    { length: most },
    (_, at) => `frm_01kb3zq8w5v0t6m2h9r4c7d1${String(at).padStart(2, "0")}`,
  );
  return [ids.slice(0, 1), ids];
}
