import { DraftDefinition, type Edit } from "@guildhall/contract";
import { applyEdits } from "../edits/apply.ts";

/** A small service in which every kind of part is spoken of somewhere. */
export const noise: DraftDefinition = DraftDefinition.parse({
  id: "noise",
  title: "Report noise",
  summary: "Tell us about noise.",
  form: {
    conditions: [
      { id: "is-home", name: "It comes from a home", when: { "==": [{ var: "source" }, "home"] } },
      {
        id: "in-town",
        name: "It is in the town",
        when: {
          and: [{ "!": { var: "place.uprn" } }, { in: [{ var: "source" }, ["home", "pub"]] }],
        },
      },
      { id: "went-on", name: "It went on", when: { "==": [{ var: "wentOn" }, true] } },
    ],
    sections: [
      { id: "noise", title: "The noise" },
      { id: "you", title: "About you" },
    ],
    pages: [
      {
        id: "source",
        title: "The source",
        section: "noise",
        questions: [
          {
            id: "source",
            type: "radios",
            label: "Where is the noise from?",
            hint: "Choose one.",
            options: [
              { value: "home", label: "A home" },
              { value: "pub", label: "A pub" },
              { value: "other", label: "Something else" },
            ],
            errors: { required: "Select where the noise is from" },
          },
          { id: "kind", type: "text", label: "Kind of home", when: "is-home" },
          { id: "place", type: "address", label: "Where is it?", requiredWhen: "is-home" },
        ],
      },
      {
        id: "dates",
        title: "When it happened",
        section: "noise",
        when: "in-town",
        questions: [
          {
            id: "dates",
            type: "group",
            label: "Dates of the noise",
            itemName: "date",
            questions: [
              { id: "date", type: "date", label: "Date" },
              { id: "wentOn", type: "yes-no", label: "Did it go on?" },
              { id: "until", type: "time", label: "Until when?", when: "went-on" },
            ],
          },
          { id: "count", type: "number", label: "How often?" },
          {
            id: "twice",
            type: "calculated",
            label: "Twice",
            value: { "*": [{ var: "count" }, 2] },
          },
        ],
      },
      {
        id: "you",
        title: "About you",
        section: "you",
        questions: [
          { id: "name", type: "name", label: "Your name" },
          { id: "email", type: "email", label: "Your email" },
        ],
      },
    ],
  },
  contact: { name: "name", email: "email" },
  location: "place",
  stages: [
    { id: "received", title: "Received" },
    { id: "looking", title: "Being looked into" },
  ],
  statuses: [{ external: "OPEN", stage: "looking" }, { external: "NEW" }],
  steps: [
    { id: "hand-over", kind: "deliver", mapping: "case" },
    { id: "ring", kind: "task", title: "Ring the person" },
    {
      id: "pay",
      kind: "payment",
      connector: "pay",
      title: "Fee",
      when: "is-home",
      amount: { answer: "source", pence: { home: 100, pub: 200, other: 300 } },
    },
  ],
  target: { firstResponseWorkingDays: 5, text: "We answer within 5 days." },
  whatHappensNext: "We look into it.",
  messages: { started: { subject: "We have it", text: "Thank you. ((reference))" } },
  mappings: [
    {
      id: "case",
      connector: "alloy",
      operation: "create",
      format: "json",
      rows: [
        {
          target: "source",
          from: { answer: "source" },
          change: [{ absent: ["other"] }, { list: { home: "H", pub: "P", other: "O" } }],
        },
        { target: "postcode", from: { answer: "place.postcode" }, when: "is-home" },
        { target: "first", from: { answer: "dates.date" } },
        { target: "both", from: { join: [{ answer: "kind" }, { answer: "name" }] } },
        {
          target: "looked-up",
          from: { dataset: "places", row: { answer: "place.postcode" }, column: "ward" },
        },
        {
          target: "dates",
          each: "dates",
          rows: [
            { target: "date", from: { answer: "date" } },
            { target: "until", from: { answer: "until" }, when: "went-on" },
          ],
        },
      ],
    },
  ],
  scenarios: [
    {
      id: "loud",
      name: "A loud home",
      answers: { source: "home", dates: [{ date: "2026-01-01" }], name: "Ada" },
      expects: {
        ends: "accepted",
        stages: ["received", "looking"],
        documentHas: [{ mapping: "case", target: "source", value: "H" }],
      },
    },
  ],
  retention: { days: 90, lawfulBasis: "Public task." },
  welsh: {
    title: { of: "Report noise", text: "Adrodd sŵn" },
    "form.pages.source.title": { of: "The source", text: "Y ffynhonnell" },
    "form.questions.source.label": { of: "Where is the noise from?", text: "O ble mae'r sŵn?" },
    "form.questions.source.options.home.label": { of: "A home", text: "Cartref" },
    "form.questions.dates.questions.date.label": { of: "Date", text: "Dyddiad" },
    "stages.looking.title": { of: "Being looked into", text: "Yn cael ei ystyried" },
  },
});

/** What edits make of a definition, where they can be made. */
export function edited(definition: DraftDefinition, ...edits: Edit[]): DraftDefinition {
  const made = applyEdits(definition, edits);
  if ("fault" in made) throw new Error(made.fault.sentence);
  return made.definition;
}

/** The sentence that edits are refused with. */
export function refusal(definition: DraftDefinition, ...edits: Edit[]): string {
  const made = applyEdits(definition, edits);
  if (!("fault" in made)) throw new Error("The edits were made.");
  return `${made.fault.edit} ${made.fault.at}: ${made.fault.sentence}`;
}
