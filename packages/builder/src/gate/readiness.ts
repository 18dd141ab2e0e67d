import {
  type DraftDefinition,
  type DraftFinding,
  DraftSection,
  type Readiness,
} from "@guildhall/contract";
import type { Known } from "./check/known.ts";
import { findingsOf } from "./findings.ts";

/** Say how far a service in the making is, section by section, and the one thing to do next in each. */
export function readinessOf(definition: DraftDefinition, known: Known): Readiness {
  const findings = findingsOf(definition, known);
  const blocking = findings.filter(({ advice }) => !advice);
  const isReady = blocking.length === 0;
  const sections = DraftSection.options.map((section) =>
    section === "publishing"
      ? { section, ...publishing(blocking), findings: [] }
      : sectionOf(section, { definition, known, findings }),
  );
  return { isReady, sections };
}

type Section = Readiness["sections"][number];

function publishing(blocking: readonly DraftFinding[]): Pick<Section, "state" | "next"> {
  const [first] = blocking;
  if (!first) return { state: "to-do", next: "Look over what has changed, and publish it." };
  const count = blocking.length === 1 ? "one thing is" : `${blocking.length} things are`;
  return { state: "not-begun", next: `Before it can be published ${count} to be mended.` };
}

interface Looked {
  readonly definition: DraftDefinition;
  readonly known: Known;
  readonly findings: readonly DraftFinding[];
}

function sectionOf(section: DraftSection, { findings, ...looked }: Looked): Section {
  const own = findings.filter((one) => one.section === section);
  const next = own.find(({ advice }) => !advice)?.sentence;
  if (!isBegun[section]?.(looked)) {
    const begin = next ?? own[0]?.sentence ?? begins[section];
    if (begin !== undefined) return { section, state: "not-begun", next: begin, findings: own };
  }
  return next === undefined
    ? { section, state: "done", findings: own }
    : { section, state: "to-do", next, findings: own };
}

type Begun = (looked: Omit<Looked, "findings">) => boolean;

const isBegun: Partial<Record<DraftSection, Begun>> = {
  questions: ({ definition: { form } }) => form.pages.length > 0,
  destinations: ({ definition: { mappings = [], steps = [] } }) =>
    mappings.length > 0 || steps.length > 0,
  process: ({ definition: { stages, steps = [] } }) => stages.length > 0 || steps.length > 0,
  messages: ({ definition: { whatHappensNext, messages = {} } }) =>
    whatHappensNext !== undefined || Object.keys(messages).length > 0,
  look: ({ definition: { summary } }) => summary !== undefined,
  privacy: ({ definition: { retention } }) => retention !== undefined,
  scenarios: ({ definition: { scenarios = [] } }) => scenarios.length > 0,
};

/** What to begin with, where nothing is wrong yet. */
const begins: Partial<Record<DraftSection, string>> = {
  destinations: "Say where answers go: to a back office, or to your own staff.",
};
