import type { StatusCoverage } from "@guildhall/contract";
import { groupsOf } from "./status-groups.ts";

const row = (said: Partial<StatusCoverage>): StatusCoverage => ({
  service: "noise",
  serviceTitle: "Noise",
  external: "OPEN",
  state: "mapped",
  stage: "looking",
  stageTitle: "An officer is looking at it",
  count: 0,
  ...said,
});

describe("groupsOf", () => {
  it("shows a status once for all the services that it means the same for", () => {
    const rows = [
      row({ count: 2, lastSeenAt: "2025-05-22T09:00:00Z" }),
      row({ serviceTitle: "Pests", text: "Open", count: 3, lastSeenAt: "2025-05-21T09:00:00Z" }),
    ];
    expect(groupsOf(rows)).toEqual([
      {
        external: "OPEN",
        text: "Open",
        state: "mapped",
        stage: "An officer is looking at it",
        ends: undefined,
        services: ["Noise", "Pests"],
        count: 5,
        lastSeenAt: "2025-05-22T09:00:00Z",
      },
    ]);
  });

  it("shows it apart for services that it means another thing for", () => {
    const rows = [row({}), row({ serviceTitle: "Pests", stageTitle: "A visit is arranged" })];
    expect(groupsOf(rows).map(({ services }) => services)).toEqual([["Noise"], ["Pests"]]);
  });

  it("begins with what nobody has said the meaning of, and then with what comes most", () => {
    const rows = [
      row({ external: "A" }),
      row({ external: "B", count: 9 }),
      row({ external: "C", state: "silent" }),
      row({ external: "D", state: "unmapped" }),
    ];
    expect(groupsOf(rows).map(({ external }) => external)).toEqual(["D", "B", "A", "C"]);
  });
});
