import type { StatusCoverage } from "@guildhall/contract";
import { groupsOf, isUnmapped, rowsFor } from "./status-groups.ts";

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
        meanings: [
          {
            state: "mapped",
            stage: "An officer is looking at it",
            ends: undefined,
            services: ["Noise", "Pests"],
          },
        ],
        count: 5,
        lastSeenAt: "2025-05-22T09:00:00Z",
      },
    ]);
  });

  it("says first what it means for most services, but before that where nobody has said", () => {
    const visit = { stageTitle: "A visit is arranged" };
    const rows = [
      row({}),
      row({ ...visit, serviceTitle: "Pests" }),
      row({ ...visit, serviceTitle: "Drains" }),
    ];
    const servicesOf = (those: readonly StatusCoverage[]) =>
      groupsOf(those).map(({ meanings }) => meanings.map(({ services }) => services));
    expect(servicesOf(rows)).toEqual([[["Pests", "Drains"], ["Noise"]]]);
    const unsaid = row({ state: "unmapped", serviceTitle: "Dust" });
    expect(servicesOf([...rows, unsaid])).toEqual([[["Dust"], ["Pests", "Drains"], ["Noise"]]]);
  });

  it("begins with what nobody has said the meaning of, and then with what comes most", () => {
    const rows = [
      row({ external: "A" }),
      row({ external: "B", count: 9 }),
      row({ external: "C", state: "silent" }),
      row({ external: "D", state: "unmapped" }),
    ];
    const groups = groupsOf(rows);
    expect(groups.map(({ external }) => external)).toEqual(["D", "B", "A", "C"]);
    expect(groups.map(isUnmapped)).toEqual([true, false, false, false]);
  });
});

describe("rowsFor", () => {
  const rows = [
    row({ external: "A" }),
    row({ external: "B", count: 9, service: "pests" }),
    row({ external: "C", state: "unmapped" }),
  ];

  it.each([
    ["all", { service: "", show: "" }, ["A", "B", "C"]],
    ["what nobody has said the meaning of", { service: "", show: "unmapped" }, ["C"]],
    ["what came", { service: "", show: "came" }, ["B"]],
    ["what one service has", { service: "pests", show: "" }, ["B"]],
  ] as const)("leaves %s", (_, search, left) => {
    expect(rowsFor(search, rows).map(({ external }) => external)).toEqual(left);
  });
});
