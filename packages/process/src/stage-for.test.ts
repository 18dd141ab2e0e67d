import type { StatusRow } from "@guildhall/contract";
import { stageFor } from "./stage-for.ts";

const statuses: StatusRow[] = [
  { external: "Completed", stage: "closed" },
  { external: "Completed/No action", stage: "no-action" },
  { external: "Completed/No action/Duplicate", stage: "duplicate" },
  { external: "In progress", stage: "looking" },
  { external: "5c8bdfb28ae862230019dc1e", stage: "received" },
  { external: "Completed", stage: "never" },
];

describe("stageFor", () => {
  it.each([
    ["Completed", "closed"],
    ["Completed/No action", "no-action"],
    ["Completed/No action/Duplicate", "duplicate"],
    ["5c8bdfb28ae862230019dc1e", "received"],
  ])("takes the row for exactly %s", (external, stage) => {
    expect(stageFor(statuses, external)?.stage).toBe(stage);
  });

  it.each([
    ["Completed/Visited", "closed"],
    ["Completed/No action/Visited", "no-action"],
    ["In progress/No action", "looking"],
  ])("takes the row for the most of %s that is known", (external, stage) => {
    expect(stageFor(statuses, external)?.stage).toBe(stage);
  });

  it.each([
    "completed",
    "Complete",
    "Completed ",
    " Completed",
    "No action",
    "/Completed",
    "",
    "/",
  ])("finds nothing for %j", (external) => expect(stageFor(statuses, external)).toBeUndefined());

  describe("for a transition", () => {
    const table: StatusRow[] = [
      { external: "Open", stage: "received" },
      { external: "Open", after: "Completed", stage: "again" },
      { external: "Open", after: "Completed/Duplicate", stage: "no-duplicate" },
      { external: "Open/Visit", stage: "visit" },
      { external: "Closed", after: "Completed", stage: "done" },
    ];

    it.each([
      [undefined, "received"],
      ["In progress", "received"],
      ["completed", "received"],
      ["Completed", "again"],
      ["Completed/Visited", "again"],
      ["Completed/Duplicate", "no-duplicate"],
    ])("after %s reads the row of Open for %s", (before, stage) => {
      expect(stageFor(table, "Open", before)?.stage).toBe(stage);
    });

    it("takes the row for more of the status before the row for what came before", () => {
      expect(stageFor(table, "Open/Visit", "Completed")?.stage).toBe("visit");
    });

    it("finds nothing where the status has a row only after another", () => {
      expect(stageFor(table, "Closed", "Open")).toBeUndefined();
      expect(stageFor(table, "Closed")).toBeUndefined();
    });
  });

  it("finds a status that says nothing to the citizen", () => {
    expect(stageFor([{ external: "Typed up" }], "Typed up")).toEqual({ external: "Typed up" });
  });
});
