import { DraftDefinition, ServiceDefinition } from "@guildhall/contract";
import type { Known } from "./check/known.ts";

/** A whole service in which nothing is wrong: two conditions, a group, a payment's price, a mapping and a status table. */
export const noiseService = ServiceDefinition.parse({
  id: "noise",
  title: "Report a noise",
  summary: "Tell us about a noise that disturbs you at home.",
  form: {
    conditions: [
      { id: "is-pub", name: "It is a pub", when: { "==": [{ var: "noiseSource" }, "pub"] } },
      {
        id: "is-music",
        name: "It is music from a pub",
        when: { and: [{ condition: "is-pub" }, { in: ["music", { var: "noiseKinds" }] }] },
      },
    ],
    pages: [
      {
        id: "source",
        title: "The noise",
        questions: [
          {
            id: "noiseSource",
            label: "Where is the noise coming from?",
            purpose: "It says which team looks into it.",
            type: "radios",
            options: [
              { value: "home", label: "A home" },
              { value: "pub", label: "A pub" },
              { value: "shop", label: "A shop" },
            ],
            errors: { required: "Select where the noise is coming from" },
          },
          {
            id: "noiseKinds",
            label: "What can you hear?",
            purpose: "It says what the officer listens for.",
            type: "checkboxes",
            options: [
              { value: "music", label: "Music" },
              { value: "dog", label: "A dog" },
            ],
            errors: { required: "Select what you can hear" },
          },
        ],
      },
      {
        id: "pub",
        title: "The pub",
        when: "is-pub",
        questions: [
          {
            id: "pubName",
            label: "What is the pub called?",
            purpose: "It is how we find its licence.",
            type: "text",
            errors: { required: "Enter the name of the pub" },
          },
        ],
      },
      {
        id: "song",
        title: "The music",
        when: "is-music",
        questions: [
          {
            id: "song",
            label: "What is played?",
            purpose: "It says what the officer listens for.",
            type: "text",
            required: false,
          },
        ],
      },
      {
        id: "you",
        title: "About you",
        questions: [
          {
            id: "fullName",
            label: "Full name",
            purpose: "We use it when we write to you.",
            type: "name",
            errors: { required: "Enter your full name" },
          },
          {
            id: "email",
            label: "Email address",
            purpose: "We tell you by email what happens.",
            type: "email",
            required: false,
          },
        ],
      },
    ],
  },
  contact: { name: "fullName", email: "email" },
  stages: [
    { id: "received", title: "We have it" },
    { id: "looking", title: "We are looking into it" },
    { id: "visit", title: "We will visit" },
    { id: "done", title: "We are done" },
  ],
  steps: [{ id: "send", kind: "deliver", mapping: "case" }],
  target: { firstResponseWorkingDays: 5, text: "We answer in 5 working days." },
  whatHappensNext: "An officer reads it and writes to you.",
  messages: { started: { subject: "We have your report", text: "Dear ((name)), we have it." } },
  mappings: [
    {
      id: "case",
      connector: "office",
      operation: "create",
      format: "json",
      rows: [
        {
          target: "source",
          from: { answer: "noiseSource" },
          change: [{ list: { home: "H", pub: "P", shop: "S" } }],
        },
        { target: "kinds", from: { answer: "noiseKinds" } },
        { target: "pub", from: { answer: "pubName" }, when: "is-pub" },
        { target: "name", from: { answer: "fullName" } },
      ],
    },
  ],
  scenarios: [
    { id: "a-pub", name: "A pub", expects: { ends: "accepted", stages: ["received", "done"] } },
  ],
  retention: { days: 365, lawfulBasis: "We must look into noise by law." },
});

/** What the tenant of that service has. */
export const known: Known = {
  brands: ["council"],
  connectors: [
    {
      id: "office",
      kind: "http",
      name: "Environmental health",
      address: "https://office.example.gov.uk/",
      settings: {},
      maxParallel: 2,
      timeoutMs: 30_000,
      follows: [],
      statuses: [{ external: "OPEN", stage: "looking" }],
      knownStatuses: [{ code: "OPEN", text: "Open" }],
      codes: {},
    },
  ],
  datasets: [],
  schemas: [],
};

/** The service as a draft, changed by `change` on plain data. */
// biome-ignore lint/suspicious/noExplicitAny: a test reaches into plain data wherever it likes.
export function noiseDraft(change: (service: any) => void = () => {}): DraftDefinition {
  const copy: unknown = structuredClone(noiseService);
  change(copy);
  return DraftDefinition.parse(copy);
}
