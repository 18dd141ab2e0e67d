import type { Step } from "./compare.ts";
import { findRenames } from "./renames.ts";

const stepsOf = (kind: "added" | "removed", length: number): Step[] =>
  Array.from({ length }, (_, at) => {
    const id = `${kind}${at}`;
    const item = { id, title: `Stage ${at}` };
    return { kind, steps: ["stages", id], [kind === "added" ? "after" : "before"]: item };
  });

describe("findRenames", () => {
  it("knows what has another name", () => {
    const steps = [...stepsOf("removed", 100), ...stepsOf("added", 3)];
    expect(findRenames(steps).map(({ name }) => name)).toEqual(["added0", "added1", "added2"]);
  });

  it("knows none where there is more to compare than anybody waits for", () => {
    expect(findRenames([...stepsOf("removed", 201), ...stepsOf("added", 100)])).toEqual([]);
    expect(findRenames([...stepsOf("removed", 200), ...stepsOf("added", 100)])).toHaveLength(20);
  });
});
