import { Brand, ConnectorDefinition, ServiceDefinition } from "@guildhall/contract";
import type { TenantBundle } from "../tenant/plan.ts";

/** A small service that has one of everything: a condition, a group, files, contact, a delivery, a task, messages. */
export const noise = ServiceDefinition.parse({
  id: "noise",
  title: "Report a noise nuisance",
  summary: "Tell us about noise that disturbs you at home.",
  form: {
    conditions: [
      { id: "is-pub", name: "It is a pub", when: { "==": [{ var: "noiseSource" }, "pub"] } },
    ],
    pages: [
      {
        id: "noise",
        title: "The noise",
        questions: [
          {
            id: "noiseSource",
            type: "radios",
            label: "Where does the noise come from?",
            options: [
              { value: "home", label: "A home" },
              { value: "pub", label: "A pub or club" },
            ],
          },
          { id: "pubName", type: "text", label: "Name of the pub", when: "is-pub" },
          {
            id: "nights",
            type: "group",
            label: "When you heard it",
            itemName: "night",
            questions: [
              { id: "date", type: "date", label: "Date", notAfter: "today" },
              { id: "until", type: "time", label: "Until", required: false },
            ],
          },
          { id: "evidence", type: "files", label: "Recordings", required: false, maxFiles: 2 },
        ],
      },
      {
        id: "you",
        title: "About you",
        questions: [
          { id: "fullName", type: "name", label: "Your name", required: false },
          { id: "email", type: "email", label: "Your email address", required: false },
        ],
      },
    ],
  },
  contact: { name: "fullName", email: "email" },
  stages: [
    { id: "received", title: "Received", text: "We have your request." },
    { id: "looking", title: "An officer is looking at it" },
    { id: "visit", title: "A visit is arranged" },
    { id: "done", title: "Finished", text: "We have finished with your request." },
  ],
  steps: [
    { id: "tell-team", kind: "deliver", mapping: "case" },
    { id: "look", kind: "task", title: "Look into it", team: "Noise team", dueWorkingDays: 1 },
  ],
  target: { firstResponseWorkingDays: 3, text: "We will contact you within 3 working days." },
  whatHappensNext: "An officer will read your request.",
  messages: {
    started: {
      subject: "We have your request ((reference))",
      text: "Dear ((name)),\n\n((whatHappensNext)) ((target))",
    },
    "note-added": { subject: "A note on ((reference))", text: "((author)) wrote: ((note))" },
    "stage-changed": { subject: "((reference)): ((stage))", text: "((status))" },
    completed: { subject: "((reference)) has ended", text: "((councilName)): ((status))" },
  },
  mappings: [
    {
      id: "case",
      connector: "back-office",
      operation: "create-item",
      format: "json",
      rows: [
        { target: "title", from: { answer: "noiseSource" }, change: [{ label: "of-option" }] },
        { target: "pub", from: { answer: "pubName" }, when: "is-pub" },
        {
          target: "nights",
          each: "nights",
          rows: [{ target: "date", from: { answer: "date" }, required: true }],
        },
        { target: "reference", from: { fact: "reference" }, required: true },
        { target: "callback", from: { fact: "callbackUrl" } },
        { target: "grant", from: { fact: "grant" } },
      ],
    },
  ],
  retention: { days: 730, lawfulBasis: "Public task" },
});

/** Answers to `noise` that are complete. */
export const sampleAnswers = {
  noiseSource: "home",
  nights: [{ date: "2025-05-21", until: "02:00" }],
  fullName: "Ada Byron",
  email: "ada@example.com",
};

/** A council with that service, one brand, and a back office whose closing statuses are in its table. */
export const exampleshire: TenantBundle = {
  tenant: {
    id: "exampleshire",
    kind: "council",
    name: "Exampleshire District Council",
    referencePrefix: "EXM",
    timeZone: "Europe/London",
    places: {
      provider: "os-places",
      address: "simulator:places/exampleshire",
      custodianCodes: ["505"],
      centre: { latitude: 52.2, longitude: 0.13 },
      attribution: "A made-up map",
    },
  },
  brands: [
    {
      brand: Brand.parse({
        id: "exampleshire",
        name: "Exampleshire District Council",
        shortName: "Exampleshire",
        colours: { brand: "#1f4e5f", link: "#1d5a8a", linkHover: "#0f3550" },
      }),
    },
  ],
  connectors: [
    ConnectorDefinition.parse({
      id: "back-office",
      kind: "alloy",
      name: "environmental health",
      address: "simulator:alloy/exampleshire",
      statuses: [
        { external: "LOOKING", stage: "looking" },
        { external: "VISIT", stage: "visit", text: "An officer will visit this week." },
        { external: "CLOSED", stage: "done", text: "The noise has stopped.", ends: "completed" },
        { external: "CLOSED/NO-ACTION", stage: "done", ends: "closed" },
        { external: "PASSED-ON", stage: "done", ends: "referred" },
      ],
    }),
  ],
  datasets: [],
  schemas: [],
  services: [noise],
};
