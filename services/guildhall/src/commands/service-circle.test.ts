import { productFolders } from "../folders.ts";
import { linesOfCircles, summariseCircles } from "./circle-words.ts";
import { testCircles } from "./service-circle.ts";

const step = { at: "2026-06-12T08:15:30.000Z", ms: 1200 };
const run = {
  id: "dry_01kb3zq8w5v0t6m2h9r4c7d1xe",
  begunAt: step.at,
  stageIds: ["received", "resolved"],
  service: "noise",
  outcome: "passed",
  verdict: "It went round the whole circle.",
  steps: [{ ...step, step: "form", state: "passed", sentence: "The answers fit the form." }],
  documents: [],
  theirReferences: { alloy: "6b02" },
  stages: ["Received", "Resolved"],
  messages: [],
} as const;

describe("guildhall service test --circle", () => {
  it("is not called rightly with folders that do not lie beside each other", async () => {
    const said: string[] = [];
    const world = {
      env: {},
      folders: productFolders(import.meta.url),
      program: "",
      say: (sentence: string) => said.push(sentence),
      print: (text: string) => said.push(text),
    };
    const faults = [
      { path: "/one/shire", faults: [] },
      { path: "/other/shire", faults: [] },
    ];
    expect(await testCircles(faults, {}, world)).toBe(2);
    expect(said).toEqual([
      "The folders of tenants that share a server have to lie beside each other.",
    ]);
  });

  it("says in a line what went round, and every station of what did not", () => {
    const failed = {
      ...run,
      service: "smoke",
      outcome: "failed" as const,
      verdict: "The form does not take these answers.",
      steps: [
        {
          ...step,
          step: "form" as const,
          state: "failed" as const,
          sentence: "The form does not take these answers.",
          faults: ["“When”: Enter a date"],
        },
      ],
    };
    const result = { name: "A bonfire", differences: [], run };
    const scenarios = {
      service: "noise",
      results: [
        {
          ...result,
          scenario: "one",
          outcome: "passed",
          verdict: "“A bonfire” went as it has to.",
        },
        {
          ...result,
          scenario: "two",
          outcome: "failed",
          verdict: "“A fire” went otherwise: It was to be held.",
          differences: ["It was to be held.", "The citizen was to read nothing."],
        },
      ],
    };
    const runs = [structuredClone(run), failed];
    const circles = { tenant: "shire", runs, scenarios: [scenarios] };
    // A copy, whose lists may be written to.
    const written = JSON.parse(JSON.stringify(circles)) as Parameters<typeof linesOfCircles>[0];
    expect(linesOfCircles(written)).toEqual([
      "shire",
      "  ✓ noise    1.2 s  alloy 6b02  Received → Resolved  0 messages",
      "      ✓ “A bonfire” went as it has to.",
      "      ✗ “A fire” went otherwise: It was to be held.",
      "          The citizen was to read nothing.",
      "  ✗ smoke  The form does not take these answers.",
      "      ✗ form       The form does not take these answers.",
      "          “When”: Enter a date",
    ]);
    expect(summariseCircles([written])).toBe(
      "1 of 2 services went round the whole circle. 1 of 2 scenarios went as they have to.",
    );
  });
});
