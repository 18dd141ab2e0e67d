import type { AnyQuestion } from "../question.ts";
import { dayAfter } from "./candidates.ts";

const someone = {
  name: ["Sam Taylor"],
  email: ["sam.taylor@example.com"],
  phone: ["01632 960001"],
  address: [
    {
      line1: "8 Sample Row",
      town: "Exampleton",
      postcode: "CB99 9ZZ",
      uprn: "100090100502",
      easting: 545_502,
      northing: 258_502,
    },
  ],
  organisation: [{ name: "Sample Trading Ltd", number: "01234567" }],
  "vehicle-registration": ["AB12CDE"],
  text: ["A sample answer", "Sample"],
  "long-text": [
    "A sample answer of somebody who tells a little more: it began last week, and happens most evenings.",
    "A sample answer",
  ],
  time: ["19:30"],
  "yes-no": [true],
  declaration: [true],
} as const;

/** What a person might well answer, for others to read; the first that the question takes counts. Nothing where any will do. */
export function usualFor(question: AnyQuestion, today: string): readonly unknown[] {
  switch (question.type) {
    case "date":
      return [-3, 0, 3].map((days) => dayAfter(today, days));
    case "date-range":
      return [-3, 3].map((days) => ({
        from: dayAfter(today, days),
        to: dayAfter(today, days + 2),
      }));
    case "number":
    case "money":
      return [2, question.min, question.max].filter((one) => one !== undefined);
    case "radios":
    case "select":
      return question.options.map(({ value }) => value);
    case "checkboxes":
      return [question.options.slice(0, 2).map(({ value }) => value)];
    case "name":
    case "email":
    case "phone":
    case "address":
    case "organisation":
    case "vehicle-registration":
    case "text":
    case "long-text":
    case "time":
    case "yes-no":
    case "declaration":
      return someone[question.type];
    default:
      return [];
  }
}
