import { DraftDefinition, type DraftStatus } from "@guildhall/contract";
import { stationsOf } from "./stations.ts";

const definition = DraftDefinition.parse({
  id: "noise",
  title: "Noise",
  stages: [
    { id: "looking", title: "Looking" },
    { id: "done", title: "Done" },
  ],
  steps: [
    { id: "send", kind: "deliver", mapping: "case", onFailure: { action: "hold" } },
    { id: "pause", kind: "wait", until: "days", workingDays: 2, when: "is-pub" },
  ],
});
const status = (external: string, stage: string, more = {}) =>
  ({ external, stage, ...more }) as DraftStatus;
const words = {
  title: ({ id }: { id: string }) => `Step ${id}`,
  condition: (id: string) => `the condition ${id} holds`,
  otherwise: (step: { kind: string }) =>
    step.kind === "deliver" ? "If it fails: keep it." : undefined,
};

describe("the picture of what happens", () => {
  it("goes from the form over the steps to the stages, with what stands beside each", () => {
    const statuses = [
      status("A", "looking", { text: "Assigned" }),
      status("B", "looking", { text: "Assigned" }),
      status("C", "done", { ends: "completed" }),
    ];
    expect(stationsOf(definition, statuses, words)).toEqual([
      { kind: "check", title: "The form is sent in" },
      { kind: "page", title: "Step send", beside: "If it fails: keep it" },
      { kind: "page", title: "Step pause", condition: "the condition is-pub holds" },
      {
        kind: "stage",
        title: "The request stands at “Looking”",
        beside: "Statuses: Assigned",
        isFromBeside: true,
      },
      {
        kind: "stage",
        title: "The request stands at “Done”, and can end there",
        beside: "Statuses: C",
        isFromBeside: true,
      },
    ]);
  });

  it("says of a stage without statuses only where the request stands", () => {
    expect(stationsOf(definition, [], words).at(-1)).toEqual({
      kind: "stage",
      title: "The request stands at “Done”",
    });
  });
});
