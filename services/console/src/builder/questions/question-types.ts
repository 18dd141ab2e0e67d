import type { Question } from "@guildhall/contract";

export type QuestionType = Question["type"];

interface TypeWords {
  readonly title: string;
  /** When to choose it. */
  readonly text: string;
}

/** The kinds of questions in plain words, the most usual first. */
export const questionTypes: Readonly<Record<QuestionType, TypeWords>> = {
  text: { title: "A short answer", text: "A few words on one line, such as the name of a pub." },
  "long-text": { title: "A long answer", text: "A description in the person’s own words." },
  "yes-no": { title: "Yes or no", text: "Two choices. What comes next can depend on them." },
  radios: { title: "One of a few choices", text: "All choices are shown, and one is selected." },
  checkboxes: {
    title: "Any of a few choices",
    text: "All choices are shown, and several can be selected.",
  },
  select: {
    title: "One of a long list",
    text: "A list to pick from, such as countries. It can be searched by typing.",
  },
  number: { title: "A number", text: "How many, how far, how long." },
  money: { title: "An amount of money", text: "Pounds and pence." },
  date: { title: "A date", text: "Day, month and year; or as much of it as the person knows." },
  "date-range": { title: "From a date to a date", text: "A first day and a last day." },
  time: { title: "A time of day", text: "Such as 9:30pm." },
  name: { title: "A person’s name", text: "The full name, in one field." },
  email: { title: "An email address", text: "Checked for its form, so that we can write to it." },
  phone: { title: "A phone number", text: "Checked for its form, so that we can ring it." },
  address: { title: "An address", text: "Found by its postcode, or entered by hand." },
  location: {
    title: "A place",
    text: "Found by search or on a map, for what may have no address.",
  },
  organisation: {
    title: "An organisation",
    text: "A company, a charity or another body, and its number.",
  },
  "vehicle-registration": { title: "A number plate", text: "The registration of a vehicle." },
  "bank-details": {
    title: "A bank account",
    text: "Where money can be paid to. Ask for it only where you pay somebody.",
  },
  files: { title: "Photos or documents", text: "Evidence that the person adds from their device." },
  group: {
    title: "The same questions several times",
    text: "For each date, person or vehicle. The person adds as many as they need.",
  },
  declaration: {
    title: "A statement to confirm",
    text: "A sentence that the person ticks before they go on.",
  },
  calculated: {
    title: "A result",
    text: "Worked out from the answers before it. Nobody types it.",
  },
};

export function isQuestionType(type: string): type is QuestionType {
  return Object.hasOwn(questionTypes, type);
}
