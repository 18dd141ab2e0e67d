import type { DryRun, Scenario, ScenarioExpectation } from "@guildhall/contract";
import { judge } from "./judge.ts";

const run: DryRun = {
  id: "dry_01kb3zq8w5v0t6m2h9r4c7d1xe",
  service: "noise",
  begunAt: "2026-06-12T08:15:30.000Z",
  outcome: "passed",
  verdict: "It went round the whole circle.",
  steps: [],
  ends: "accepted",
  documents: [
    { connector: "office", mapping: "case", format: "json", text: '{"kind":"Noise","n":[1,2]}' },
  ],
  theirReferences: {},
  stages: ["Received", "Resolved"],
  stageIds: ["received", "resolved"],
  messages: [{ purpose: "started", subject: "", text: "" }],
};
const stages = [
  { id: "received", title: "Received" },
  { id: "visit", title: "Visit booked" },
  { id: "resolved", title: "Resolved" },
];
const differences = (expects: Partial<ScenarioExpectation>, came: Partial<DryRun> = {}) => {
  const scenario: Scenario = { id: "one", name: "One", expects: { ends: "accepted", ...expects } };
  return judge(scenario, { ...run, ...came }, { stages }).differences;
};

describe("a scenario", () => {
  it("is green where everything is as it has it, and what it leaves out may be anything", () => {
    const whole = {
      stages: ["received", "resolved"],
      messages: ["started"],
      documentHas: [
        { target: "kind", value: "Noise" },
        { mapping: "case", target: "n", value: "2" },
      ],
    } satisfies Partial<ScenarioExpectation>;
    expect(differences(whole)).toEqual([]);
    expect(differences({})).toEqual([]);
  });

  it.each<[string, Partial<ScenarioExpectation>, Partial<DryRun>, string]>([
    [
      "it ends elsewhere",
      { ends: "held" },
      {},
      "It was to be held for a person to look at, and it was taken by the back office.",
    ],
    [
      "it stops after it was taken",
      {},
      { outcome: "waiting", verdict: "The note had not come back." },
      "The note had not come back.",
    ],
    [
      "a stage is left out",
      { stages: ["received", "visit", "resolved"] },
      {},
      "The citizen was to read “Received”, then “Visit booked”, then “Resolved”, and read “Received”, then “Resolved”.",
    ],
    [
      "a message is not written",
      { messages: ["started", "completed"] },
      {},
      "The citizen was to be written “started”, then “completed”, and was written “started”.",
    ],
    [
      "a document says something else",
      { documentHas: [{ target: "kind", value: "Smoke" }] },
      {},
      "The document was to have “Smoke” at “kind”, and there is “Noise”.",
    ],
    [
      "a document says nothing there",
      { documentHas: [{ mapping: "other", target: "kind", value: "Noise" }] },
      {},
      "The document was to have “Noise” at “kind”, and there is nothing.",
    ],
  ])("is red where %s", (_, expects, came, sentence) => {
    expect(differences(expects, came)).toEqual([sentence]);
  });

  it("names the questions that the form objects to", () => {
    const step = {
      step: "form",
      state: "failed",
      sentence: "No.",
      at: run.begunAt,
      ms: 1,
    } as const;
    const faults = ["“When”: Enter a date"];
    const came = { outcome: "failed", verdict: "No.", steps: [{ ...step, faults }] } as const;
    const { ends: _, ...without } = run;
    const scenario: Scenario = { id: "one", name: "One", expects: { ends: "accepted" } };
    const result = judge(scenario, { ...without, ...came, steps: [...came.steps] }, { stages });
    expect(result.differences.slice(1)).toEqual(faults);
    expect(result.verdict).toBe(
      "“One” went otherwise: It was to be taken by the back office, and it did not get so far. No.",
    );
  });

  it("misses no note of a back office whose officers write none", () => {
    const note = { step: "note", sentence: "None.", at: run.begunAt, ms: 1 } as const;
    const expects = { messages: ["started", "note-added"] } satisfies Partial<ScenarioExpectation>;
    expect(differences(expects, { steps: [{ ...note, state: "skipped" }] })).toEqual([]);
    expect(differences(expects, { steps: [{ ...note, state: "passed" }] })).toHaveLength(1);
  });

  it("is green where it stops at the document and is to be held", () => {
    const came = { ends: "held", outcome: "failed", verdict: "It cannot be written." } as const;
    expect(differences({ ends: "held" }, came)).toEqual([]);
  });
});
