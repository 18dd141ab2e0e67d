import type { DraftDefinition, DraftFinding, DraftSection } from "@guildhall/contract";
import type { Rule } from "../gate.ts";

interface Part {
  readonly section: DraftSection;
  readonly at: string;
  readonly code: string;
  readonly isMissing: (definition: DraftDefinition) => boolean;
  readonly sentence: string;
}

const parts: readonly Part[] = [
  {
    section: "questions",
    at: "/form/pages",
    code: "no-page",
    isMissing: ({ form }) => form.pages.length === 0,
    sentence: "Add the first page of questions.",
  },
  {
    section: "questions",
    at: "/form/pages",
    code: "no-question",
    isMissing: ({ form: { pages } }) =>
      pages.length > 0 && pages.every(({ questions }) => questions.length === 0),
    sentence: "Add the first question to a page.",
  },
  {
    section: "look",
    at: "/summary",
    code: "no-summary",
    isMissing: ({ summary }) => summary === undefined,
    sentence: "Say in a sentence what the service is for: people read it in the list of services.",
  },
  {
    section: "process",
    at: "/stages",
    code: "no-stage",
    isMissing: ({ stages }) => stages.length === 0,
    sentence: "Add the first stage: it says where a request stands, in words for the person.",
  },
  {
    section: "process",
    at: "/steps",
    code: "no-step",
    isMissing: ({ steps = [] }) => steps.length === 0,
    sentence: "Add the first step: so far nothing happens to a form that is sent in.",
  },
  {
    section: "process",
    at: "/target",
    code: "no-target",
    isMissing: ({ target }) =>
      target?.firstResponseWorkingDays === undefined || target.text === undefined,
    sentence: "Say in how many working days people get a first answer, and in which words.",
  },
  {
    section: "messages",
    at: "/whatHappensNext",
    code: "no-next",
    isMissing: ({ whatHappensNext }) => whatHappensNext === undefined,
    sentence: "Say what happens next: people read it once they have sent their form.",
  },
  {
    section: "privacy",
    at: "/retention/lawfulBasis",
    code: "no-lawful-basis",
    isMissing: ({ retention }) => retention?.lawfulBasis === undefined,
    sentence: "Say which law or agreement lets you keep what people tell you.",
  },
  {
    section: "privacy",
    at: "/retention/days",
    code: "no-retention",
    isMissing: ({ retention }) => retention?.days === undefined,
    sentence: "Say for how many days answers are kept.",
  },
];

/** What a service cannot be without, and has not got yet. */
export const missing: Rule = ({ definition }) =>
  parts
    .filter(({ isMissing }) => isMissing(definition))
    .map(({ section, at, code, sentence }): DraftFinding => {
      return { section, at, sentence, code, advice: false };
    });
