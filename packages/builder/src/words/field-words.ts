import { ownOf } from "../data.ts";

/** What an officer calls the fields of a service, by the list of the item that they belong to; `""` is the service itself. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "": {
    title: "title",
    summary: "summary",
    recipe: "recipe",
    adopted: "recipe that it was adopted from",
    "adopted/version": "version of its recipe",
    brand: "brand",
    category: "category",
    lgsl: "number in the list of local services",
    introduction: "introduction",
    urgent: "words for an emergency",
    form: "form",
    "form/conditions": "conditions",
    "form/sections": "sections",
    "form/pages": "pages",
    contact: "contact details",
    "contact/name": "question for the person’s name",
    "contact/email": "question for the person’s email address",
    "contact/phone": "question for the person’s phone number",
    "contact/address": "question for the person’s address",
    location: "question for where the trouble is",
    stages: "stages",
    statuses: "statuses of the back office",
    steps: "steps",
    lookFirst: "rule that open requests nearby are shown",
    "lookFirst/inPublic": "declaration that all of it lies in public",
    "lookFirst/metres": "distance within which they are shown",
    "lookFirst/days": "number of days for which they are shown",
    notFixed: "rule for what is not dealt with",
    "notFixed/rule": "rule for what happens then",
    "notFixed/stage": "stage at which it is opened again",
    "notFixed/withinDays": "number of days within which it can be said",
    "notFixed/times": "number of times that it can be said",
    target: "promise of a first answer",
    "target/firstResponseWorkingDays": "number of working days to the first answer",
    "target/text": "words of the promise of a first answer",
    whatHappensNext: "words for what happens next",
    messages: "messages",
    mappings: "mappings",
    retention: "rules for keeping answers",
    "retention/days": "number of days that answers are kept",
    "retention/lawfulBasis": "lawful basis",
    "retention/draftDays": "number of days that unfinished forms are kept",
    replacesDrafts: "rule for forms that were begun before",
    welsh: "Welsh",
    scenarios: "scenarios",
  },
  pages: {
    title: "title",
    section: "section",
    kind: "kind",
    when: "condition",
    text: "text",
    questions: "questions",
  },
  sections: { title: "title", hint: "hint" },
  conditions: { name: "name", when: "rule" },
  questions: {
    type: "kind of answer",
    label: "label",
    hint: "hint",
    required: "rule whether it must be answered",
    requiredWhen: "condition under which it must be answered",
    when: "condition",
    errors: "error texts",
    options: "options",
    outside: "rule for other councils’ addresses",
    notAfter: "latest date",
    notBefore: "earliest date",
    maxLength: "longest answer",
    width: "width",
    min: "least",
    max: "most",
    decimals: "number of decimal places",
    unit: "unit",
    approximate: "rule whether a month or a year will do",
    statement: "statement to confirm",
    maxFiles: "most files",
    fileLabel: "question about each file",
    itemName: "name of one item",
    questions: "questions",
    value: "calculation",
  },
  options: { label: "label", hint: "hint" },
  scenarios: {
    name: "name",
    answers: "answers",
    fault: "fault of the back office",
    expects: "expected outcome",
  },
  stages: { title: "title", text: "text" },
  statuses: {
    external: "code",
    after: "status before it",
    stage: "stage",
    text: "words",
    message: "rule whether the person is written to",
    ends: "ending",
  },
  steps: {
    kind: "kind",
    mapping: "mapping",
    title: "title",
    team: "team",
    dueWorkingDays: "number of working days",
    connector: "connector",
    when: "condition",
    amount: "amount",
    fundCode: "ledger code",
    until: "what it waits for",
    stage: "stage",
    workingDays: "number of working days",
    subject: "subject",
    text: "text",
    sms: "text message",
    onFailure: "rule for what happens if it fails",
  },
  mappings: {
    connector: "connector",
    operation: "operation",
    format: "format",
    root: "outermost element",
    namespaces: "namespaces",
    schema: "schema",
    rows: "rows",
    note: "note",
  },
  rows: {
    target: "target",
    from: "source",
    change: "conversion",
    required: "rule whether there must be a value",
    when: "condition",
    keepEmpty: "rule for an empty value",
    each: "list that it repeats for",
    choice: "rule for choosing one row",
    rows: "rows",
  },
};

/** When a message is sent, as its name in a sentence. */
const messages: Readonly<Record<string, string>> = {
  started: "message for a form that came in",
  "payment-due": "message for a payment that is due",
  paid: "message for a payment that was made",
  "note-added": "message for a new note",
  "stage-changed": "message for a new stage",
  completed: "message for the end",
  reopened: "message for a request that is taken up again",
  "information-asked": "message that asks for more",
  "information-due": "reminder of what was asked for",
  "information-over": "message that the time to answer is over",
};

const faults: Readonly<Record<string, string>> = {
  required: "error text for no answer",
  invalid: "error text for a wrong answer",
  "too-long": "error text for an answer that is too long",
  "too-short": "error text for an answer that is too short",
  "too-small": "error text for a number that is too small",
  "too-large": "error text for a number that is too large",
  "too-few": "error text for too few answers",
  "too-many": "error text for too many answers",
  future: "error text for a date in the future",
  past: "error text for a date in the past",
  "not-an-option": "error text for an answer that is not offered",
};

/** Name a field of the service, or of an item of the list `key`, in words. */
export function fieldWords(key: string, steps: readonly string[]): string {
  const [first = ""] = steps;
  if (first === "id" || (key === "options" && first === "value")) return "short name";
  const fields = ownOf(words, key) ?? {};
  const known = ownOf(fields, steps.join("/")) ?? ownOf(fields, first);
  return innerWords(key, steps) ?? known ?? `“${steps.join(".")}”`;
}

/** Name one error text, one message or a part of one. */
function innerWords(key: string, [first, second, third]: readonly string[]): string | undefined {
  if (second === undefined) return undefined;
  if (first === "answers") return `answer “${second}”`;
  if (first === "errors") return ownOf(faults, second) ?? `error text for “${second}”`;
  if (key !== "" || first !== "messages") return undefined;
  const message = ownOf(messages, second) ?? `message “${second}”`;
  return third === undefined ? message : `${third} of the ${message}`;
}
