import type { Step, StepField, StepKind } from "@guildhall/contract";

type Kind = Step["kind"];

const when: StepField = {
  name: "when",
  label: "Only if",
  hint: "Where the condition does not hold, this step is passed over. People are not told of it.",
  type: "condition",
  required: false,
};

/** What is asked of a task that is made where a step does not come to pass. */
const forTeam: readonly StepField[] = [
  {
    name: "onFailure.title",
    label: "What the task is called",
    hint: "Left empty, it says which step to see to.",
    type: "text",
    required: false,
    max: 200,
  },
  { name: "onFailure.team", label: "Which team gets it", type: "text", required: false, max: 100 },
  {
    name: "onFailure.dueWorkingDays",
    label: "In how many working days it is to be done",
    type: "whole-number",
    required: false,
    min: 0,
    max: 365,
  },
].map((field) => ({ ...field, onlyIf: { field: "onFailure.action", is: ["task"] } }) as StepField);

/** What happens where a step does not come to pass: the first is what happens where nothing is said. */
function onFailure(label: string, choices: StepField["choices"], hint?: string): StepField[] {
  const field = {
    name: "onFailure.action",
    label,
    type: "choice",
    required: false,
    choices,
  } as const;
  return [hint === undefined ? field : { ...field, hint }, ...forTeam];
}

const handOver = { value: "task", label: "Give a team a task to see to it" };
const toldOn = onFailure(
  "If it cannot be sent",
  [
    { value: "hold", label: "Keep it, and call the people who look after the service" },
    { value: "go-on", label: "Leave it, and call nobody" },
    handOver,
  ],
  "What cannot be sent now is tried again for three days before this happens.",
);

const workingDays = { type: "whole-number", max: 365 } as const;
const subject = { name: "subject", type: "text", required: true, max: 200 } as const;
const text = { name: "text", type: "long-text", required: true, max: 4000 } as const;
const placeholders =
  "Words such as ((reference)) and ((name)) are filled in: see “Messages” for all of them.";

const kinds: Readonly<Record<Kind, Omit<StepKind, "kind">>> = {
  deliver: {
    title: "Send to a back office",
    sentence: "The answers go to a back office, and what it does with them comes back here.",
    fields: [
      {
        name: "mapping",
        label: "What is sent",
        hint: "Made under “Where answers go”.",
        type: "mapping",
        required: true,
      },
      ...onFailure(
        "If it does not get there",
        [
          { value: "hold", label: "Keep it, and call the people who look after the connection" },
          { value: "go-on", label: "Leave it, and call nobody" },
          handOver,
        ],
        "A back office that does not answer is tried again for three days before this happens.",
      ),
    ],
  },
  task: {
    title: "Ask a person",
    sentence: "A team gets a task. The request ends when its last task is done.",
    fields: [
      { name: "title", label: "What is to be done", type: "text", required: true, max: 200 },
      { name: "team", label: "Which team does it", type: "text", required: false, max: 100 },
      {
        ...workingDays,
        name: "dueWorkingDays",
        label: "In how many working days it is to be done",
        required: false,
        min: 0,
      },
    ],
  },
  payment: {
    title: "Take a payment",
    sentence: "The person pays online. The steps after it begin once it is paid.",
    fields: [
      {
        name: "title",
        label: "What is paid for",
        hint: "Read by whoever pays, and kept with the payment.",
        type: "text",
        required: true,
        max: 200,
      },
      {
        name: "amount",
        label: "How much",
        hint: "In pounds.",
        type: "amount",
        required: true,
      },
      {
        name: "connector",
        label: "Where it is paid",
        type: "connector",
        connectorKind: "govuk-pay",
        required: true,
      },
      {
        name: "fundCode",
        label: "Where the ledger books it",
        type: "text",
        required: false,
        max: 40,
      },
      ...onFailure(
        "If nobody has paid within a week",
        [
          { value: "hold", label: "Close the request, and tell the person" },
          { value: "go-on", label: "Go on without the payment" },
          { value: "task", label: "Give a team a task to decide whether it goes on" },
        ],
        "Until then a payment that fails can be made again, and the person is reminded once.",
      ),
    ],
  },
  wait: {
    title: "Wait",
    sentence: "The steps after it begin later: when somebody has done their part, or in some days.",
    fields: [
      {
        name: "until",
        label: "Wait until",
        type: "choice",
        required: true,
        choices: [
          { value: "tasks", label: "the back office or the team has done all that was begun" },
          { value: "stage", label: "the request stands at a stage" },
          { value: "days", label: "some working days have passed" },
        ],
      },
      {
        name: "stage",
        label: "Which stage",
        type: "stage",
        required: true,
        onlyIf: { field: "until", is: ["stage"] },
      },
      {
        ...workingDays,
        name: "workingDays",
        label: "For how many working days at most",
        required: true,
        min: 1,
      },
      ...onFailure("If nobody came in time", [
        { value: "go-on", label: "Go on with the next step" },
        { value: "task", label: "Give a team a task to decide whether it goes on" },
      ]).map((field) =>
        field.name === "onFailure.action"
          ? { ...field, onlyIf: { field: "until", is: ["tasks", "stage"] } }
          : field,
      ),
    ],
  },
  message: {
    title: "Send an email",
    sentence: "The person is told something at this point, if they gave an email address.",
    fields: [
      { ...subject, label: "Subject" },
      { ...text, label: "What it says", hint: placeholders },
      {
        name: "sms",
        label: "As a text message",
        hint: "For whoever gave a mobile number and no email address. Left empty, they get the words above, cut to fit.",
        type: "long-text",
        required: false,
        max: 612,
      },
      ...toldOn,
    ],
  },
  letter: {
    title: "Send a letter",
    sentence: "A letter is printed and posted to the address that the person gave.",
    fields: [
      {
        name: "connector",
        label: "Who prints and posts it",
        type: "connector",
        connectorKind: "govuk-notify",
        required: true,
      },
      { ...subject, label: "Heading of the letter" },
      { ...text, label: "What it says", hint: placeholders },
      ...toldOn,
    ],
  },
};

/** Every kind of step there is, in the order in which they are offered: a page for one is drawn from what stands here. */
export const stepKinds: readonly StepKind[] = Object.entries(kinds).map(([kind, said]) => ({
  kind,
  ...said,
  fields: [...said.fields, when],
}));

/** What a kind of step is called and asks; undefined for one that there is not. */
export function stepKindOf(kind: string): StepKind | undefined {
  return stepKinds.find((one) => one.kind === kind);
}
