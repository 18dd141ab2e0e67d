import { Service } from "@guildhall/contract";

/** A small service with a question of most kinds, an exit, an information page, a list and files. */
export const noiseService = Service.parse({
  id: "noise",
  version: 1,
  languages: ["en"],
  title: "Report a noise",
  summary: "Tell us about noise that disturbs you.",
  category: "Environmental health",
  introduction: "Use this to report noise.\n\nIt takes 5 minutes.",
  urgent: "Call 999 if someone is in danger.",
  contact: { name: "yourName", email: "yourEmail", phone: "yourPhone", address: "yourAddress" },
  stages: [{ id: "received", title: "Received", text: "We have your request." }],
  target: {
    firstResponseWorkingDays: 5,
    text: "An officer will contact you within 5 working days.",
  },
  whatHappensNext: "An officer reads your request.",
  retention: { days: 2192, lawfulBasis: "Public task." },
  form: {
    conditions: [
      { id: "is-transport", name: "Traffic", when: { "==": [{ var: "source" }, "transport"] } },
      { id: "is-home", name: "A home", when: { "==": [{ var: "source" }, "home"] } },
      { id: "has-other", name: "Another kind", when: { in: ["other", { var: "kinds" }] } },
      { id: "has-told", name: "Told them", when: { "==": [{ var: "told" }, true] } },
    ],
    pages: [
      { id: "source", title: "Where is it from?", questions: [source()] },
      {
        id: "transport",
        title: "We cannot deal with traffic",
        kind: "exit",
        when: "is-transport",
        text: "Ask [the highways authority](https://www.gov.uk/).",
      },
      { id: "kind", title: "What is it like?", questions: kind() },
      { id: "told", title: "Have you told them?", questions: told() },
      {
        id: "dates",
        title: "Dates of the noise",
        text: "Begin with the latest.",
        questions: [dates()],
      },
      { id: "advice", title: "What helps us", kind: "information", text: "Photos help." },
      {
        id: "evidence",
        title: "Photos and recordings",
        questions: [
          { id: "evidence", type: "files", label: "Add photos", required: false, maxFiles: 2 },
        ],
      },
      { id: "details", title: "Your details", questions: details() },
    ],
  },
});

function source() {
  return {
    id: "source",
    type: "radios",
    label: "Where is the noise from?",
    options: [
      { value: "home", label: "A home" },
      { value: "alarm", label: "An alarm", hint: "In a car or a house" },
      { value: "transport", label: "Traffic" },
    ],
    errors: { required: "Select where the noise is from" },
  };
}

function kind() {
  return [
    {
      id: "kinds",
      type: "checkboxes",
      label: "What can you hear?",
      options: [
        { value: "music", label: "Music" },
        { value: "other", label: "Something else" },
      ],
    },
    { id: "otherKind", type: "text", label: "What else can you hear?", when: "has-other" },
    { id: "words", type: "long-text", label: "Describe the noise", maxLength: 50 },
    { id: "person", type: "text", label: "Who makes it?", required: false, when: "is-home" },
  ];
}

function told() {
  return [
    { id: "told", type: "yes-no", label: "Have you told them?" },
    {
      id: "toldOn",
      type: "date",
      label: "When did you tell them?",
      notAfter: "today",
      when: "has-told",
    },
  ];
}

function dates() {
  return {
    id: "dates",
    type: "group",
    label: "Dates of the noise",
    itemName: "date",
    min: 1,
    max: 3,
    questions: [
      {
        id: "date",
        type: "date",
        label: "Date",
        errors: { required: "Enter the date of the noise" },
      },
      { id: "from", type: "time", label: "When did it start?", required: false },
      { id: "rooms", type: "number", label: "In how many rooms?", required: false, unit: "rooms" },
    ],
  };
}

function details() {
  return [
    { id: "yourName", type: "name", label: "Your full name" },
    { id: "yourEmail", type: "email", label: "Your email address" },
    { id: "yourPhone", type: "phone", label: "Your phone number", required: false },
    { id: "yourAddress", type: "address", label: "Your address", hint: "Where you hear it." },
    {
      id: "tenure",
      type: "select",
      label: "Do you own your home?",
      required: false,
      options: [
        { value: "own", label: "I own it" },
        { value: "rent", label: "I rent it" },
      ],
    },
  ];
}
