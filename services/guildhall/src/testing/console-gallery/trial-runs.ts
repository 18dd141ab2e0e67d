import type { DryRun, ScenarioRun } from "@guildhall/contract";

/** The ids of the tries, and of the runs of scenarios, by how they stand. */
export const tryIds = {
  running: id("dry", 1),
  passed: id("dry", 2),
  failed: id("dry", 3),
  waiting: id("dry", 4),
};
export const scenarioRunIds = {
  running: id("scr", 1),
  passed: id("scr", 2),
  failed: id("scr", 3),
};

function id(kind: string, digit: number): string {
  return `${kind}_${String(digit).repeat(26)}`;
}

const at = "2026-11-22T10:00:00.000Z";
const said = { connector: "back-office", at, ms: 40 } as const;

const passed: DryRun = {
  id: tryIds.passed,
  service: "noise",
  begunAt: at,
  outcome: "passed",
  verdict: "It went round the whole circle.",
  fault: "slow",
  ends: "accepted",
  reference: "TEXM-2345-6789",
  answers: { noiseSource: "pub", pubName: "The <Crown>" },
  documents: [
    { connector: "back-office", mapping: "case", format: "xml", text: "<a><b>1</b><c/></a>" },
  ],
  theirReferences: { "back-office": "X-1" },
  stages: ["Received", "Closed"],
  stageIds: ["received", "closed"],
  messages: [{ purpose: "started", subject: "We have it", text: "Dear Ada,\n\nThank you." }],
  steps: [
    { ...said, step: "form", state: "passed", sentence: "The answers fit the form." },
    { ...said, step: "document", state: "passed", sentence: "The mapping wrote its document." },
    { ...said, step: "delivery", state: "passed", sentence: "It took it, and calls it X-1." },
    { ...said, step: "note", state: "skipped", sentence: "Officers write no notes there." },
    { ...said, step: "completion", state: "passed", sentence: "Their officer completed it." },
    { ...said, step: "messages", state: "passed", sentence: "One message would have gone." },
  ],
};

const failed: DryRun = {
  ...passed,
  id: tryIds.failed,
  outcome: "failed",
  verdict: "The form does not take these answers.",
  steps: [
    {
      ...said,
      step: "form",
      state: "failed",
      sentence: "The form does not take these answers.",
      faults: ["“Name of the pub”: Enter the name"],
    },
  ],
};

const waiting: DryRun = {
  ...passed,
  id: tryIds.waiting,
  outcome: "waiting",
  verdict: "It had not taken it when time was up.",
  steps: [{ ...said, step: "delivery", state: "waiting", sentence: "It had not taken it." }],
};

const running: DryRun = {
  ...passed,
  id: tryIds.running,
  outcome: "running",
  verdict: "It begins.",
};

const results: ScenarioRun["results"] = [
  {
    scenario: "plain",
    name: "Plain",
    outcome: "passed",
    verdict: "Good",
    differences: [],
    run: passed,
  },
  {
    scenario: "wrong",
    name: "Wrong",
    outcome: "failed",
    verdict: "Otherwise",
    differences: ["It was to be held, and it was taken."],
    run: failed,
  },
];
const scenarioRun = { service: "noise", begunAt: at, total: 2, verdict: "1 of 2 went otherwise." };

const runs: readonly (DryRun | ScenarioRun)[] = [
  passed,
  failed,
  waiting,
  running,
  { ...scenarioRun, id: scenarioRunIds.running, outcome: "running", results: [] },
  { ...scenarioRun, id: scenarioRunIds.failed, outcome: "failed", results },
  { ...scenarioRun, id: scenarioRunIds.passed, outcome: "passed", results: results.slice(0, 1) },
];

/** A run as the API tells it: what only simulators would bring about. */
export function trialRunAt(url: string): Response | undefined {
  const run = runs.find((one) => url.endsWith(`-runs/${one.id}`));
  return run && Response.json(run);
}
