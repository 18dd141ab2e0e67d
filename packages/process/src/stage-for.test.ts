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
});
