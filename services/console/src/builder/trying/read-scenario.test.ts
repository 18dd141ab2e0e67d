import { Slug } from "@guildhall/contract";
import { readScenario, scenarioId } from "./read-scenario.ts";

const form = (fields: Record<string, string | string[]>) =>
  new Map(Object.entries(fields).map(([name, value]) => [name, [value].flat()]));

describe("a scenario's id", () => {
  it.each([
    ["A refusal waits", "a-refusal-waits"],
    ["Dŵr & <b>", "dwr-b"],
    ["24 hours", "scenario-24-hours"],
    ["🐕", "scenario"],
    ["x".repeat(200), "x".repeat(40)],
  ])("of %j is one for addresses", (name, id) => {
    expect(scenarioId(name, [])).toBe(id);
    expect(Slug.parse(scenarioId(name, [id]))).toBe(`${id}-2`);
  });
});

describe("what a form says of a scenario", () => {
  const good = { name: " Plain ", ends: "held" };

  it("leaves out what may be anything", () => {
    const read = readScenario(form({ ...good, stage: ["", ""], message: "", target: "" }), {});
    expect(read).toEqual({ scenario: { name: "Plain", expects: { ends: "held" } }, faults: {} });
  });

  it("keeps answers, and which document a value stands in", () => {
    const before = {
      answers: { name: "Ada" },
      writtenFor: "2026-11-22",
      expects: {
        ends: "held" as const,
        documentHas: [{ mapping: "case", target: "a/b", value: "1" }],
      },
    };
    const fields = form({ ...good, target: ["", "a/b"], value: ["lost", "2"], fault: "slow" });
    expect(readScenario(fields, before).scenario).toMatchObject({
      answers: { name: "Ada" },
      writtenFor: "2026-11-22",
      fault: "slow",
      expects: { documentHas: [{ mapping: "case", target: "a/b", value: "2" }] },
    });
  });

  it("takes no fault, end or message that there is none of", () => {
    const { scenario, faults } = readScenario(
      form({ name: "x", ends: "nowhere", fault: "fire", message: "none" }),
      {},
    );
    expect(faults).toEqual({ ends: "Select how it must end" });
    expect(scenario).toEqual({ name: "x", expects: { ends: "accepted" } });
  });
});
