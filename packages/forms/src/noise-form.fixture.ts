import { Form, type Page } from "@guildhall/contract";
import { type Checked, checkAnswers } from "./check.ts";
import { compileForm } from "./compile.ts";

export const today = "2025-03-03";

/** A form with a question of every kind, a group, a hidden page and an exit. */
export const noiseForm = Form.parse({
  conditions: [
    { id: "is-emergency", name: "Someone is in danger", when: { "==": [{ var: "danger" }, true] } },
    { id: "is-music", name: "It is music", when: { in: ["music", { var: "kinds" }] } },
    { id: "is-other", name: "Another source", when: { "==": [{ var: "source" }, "other"] } },
    { id: "went-on", name: "This one went on", when: { "==": [{ var: "wentOn" }, true] } },
  ],
  pages: [
    {
      id: "danger",
      title: "Is anyone in danger?",
      questions: [{ id: "danger", label: "Is anyone in danger?", type: "yes-no" }],
    },
    { id: "call-999", title: "Call 999", kind: "exit", when: "is-emergency", text: "Call 999." },
    {
      id: "noise",
      title: "The noise",
      questions: [
        {
          id: "source",
          label: "What is the source of the noise?",
          type: "radios",
          options: [
            { value: "home", label: "A home" },
            { value: "pub", label: "A pub or club" },
            { value: "other", label: "Something else" },
          ],
        },
        {
          id: "otherSource",
          label: "Source of the noise",
          type: "text",
          when: "is-other",
          maxLength: 20,
        },
        {
          id: "kinds",
          label: "Kinds of noise",
          type: "checkboxes",
          options: [
            { value: "music", label: "Music" },
            { value: "dog", label: "A barking dog" },
          ],
        },
        { id: "started", label: "Date the noise started", type: "date", notAfter: "today" },
        {
          id: "visit",
          label: "Date for a visit",
          type: "date",
          notBefore: "today",
          required: false,
        },
        { id: "loudest", label: "Time it is loudest", type: "time", required: false },
        {
          id: "hours",
          label: "Hours of noise in a day",
          type: "number",
          min: 0,
          max: 24,
          decimals: 1,
          unit: "hours",
          required: false,
        },
        {
          id: "story",
          label: "Describe the noise",
          type: "long-text",
          maxLength: 200,
          required: false,
        },
        {
          id: "area",
          label: "Area",
          type: "select",
          required: false,
          options: [
            { value: "north", label: "North" },
            { value: "south", label: "South" },
          ],
        },
      ],
    },
    {
      id: "music",
      title: "The music",
      when: "is-music",
      questions: [{ id: "song", label: "Name of the song", type: "text" }],
    },
    {
      id: "dates",
      title: "When it happened",
      questions: [
        {
          id: "dates",
          label: "Dates of the noise",
          type: "group",
          itemName: "date",
          min: 1,
          max: 3,
          questions: [
            { id: "date", label: "Date", type: "date", notAfter: "today" },
            {
              id: "wentOn",
              label: "Did it go on after midnight?",
              type: "yes-no",
              required: false,
            },
            { id: "until", label: "Went on until", type: "time", when: "went-on" },
            { id: "place", label: "Where", type: "address", required: false },
          ],
        },
      ],
    },
    {
      id: "you",
      title: "About you",
      questions: [
        { id: "fullName", label: "Full name", type: "name" },
        { id: "email", label: "Email address", type: "email" },
        { id: "phone", label: "Phone number", type: "phone", required: false },
        { id: "home", label: "Your address", type: "address" },
        {
          id: "evidence",
          label: "Photos or recordings",
          type: "files",
          maxFiles: 2,
          required: false,
        },
      ],
    },
  ],
});

export const noise = compileForm(noiseForm);

export const complete = {
  danger: false,
  source: "home",
  kinds: ["dog"],
  started: "2025-02-01",
  dates: [{ date: "2025-02-01" }],
  fullName: "Ada Byron",
  email: "ada@example.com",
  home: { line1: "1 High Street", town: "Cambridge", postcode: "CB1 1AA" },
};

/** A form of one page with these questions. */
export function formOf(questions: readonly object[], conditions: readonly object[] = []): Form {
  return Form.parse({ conditions, pages: [{ id: "only", title: "Only", questions }] });
}

/** Check one answer to one question, alone in its form. */
export function checkOne(question: object, answer: unknown): Checked {
  const form = compileForm(formOf([{ id: "it", label: "It", ...question }]));
  return checkAnswers(form, { it: answer }, today);
}

/** The pointers and codes of what was refused; none where it was accepted. */
export function faultsOf(checked: Checked): [string, string][] {
  return "faults" in checked ? checked.faults.map(({ pointer, code }) => [pointer, code]) : [];
}

export function accepted(question: object, answer: unknown, kept = answer): void {
  expect(checkOne(question, answer)).toEqual({ answers: { it: kept } });
}

export function refused(question: object, answer: unknown, code: string, at = "/it"): void {
  expect(faultsOf(checkOne(question, answer))).toEqual([[at, code]]);
}

export function pageOf(id: string): Page {
  const page = noiseForm.pages.find((one) => one.id === id);
  if (!page) throw new Error(`The form has no page "${id}"`);
  return page;
}
