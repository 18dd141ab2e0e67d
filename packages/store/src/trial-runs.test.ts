import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { transact } from "./transact.ts";
import { findTrialRun, forgetTrialRuns, putTrialRun } from "./trial-runs.ts";

describeOnBothDrivers("what is tried out", (on) => {
  const put = (id: string, seenAt: number, result: unknown = {}, ended = false) =>
    transact(on.db, (tx) => putTrialRun(tx, { id, service: "noise", seenAt, ended, result }));
  const find = (id: string, service = "noise") => findTrialRun(on.db, { id, service });

  it("is found as it was put last, and under its service alone", async () => {
    await put("dry_1", 1, { steps: [] });
    await put("dry_1", 2, { steps: ["form"] }, true);
    expect(await find("dry_1")).toEqual({
      id: "dry_1",
      service: "noise",
      seenAt: 2,
      ended: true,
      result: { steps: ["form"] },
    });
    expect(await find("dry_1", "smoke")).toBeUndefined();
    expect(await find("dry_2")).toBeUndefined();
  });

  it("is forgotten when it is old, and when there is too much of it", async () => {
    for (let at = 1; at <= 5; at += 1) await put(`dry_${at}`, at);
    await transact(on.db, (tx) => forgetTrialRuns(tx, { before: 2, most: 3 }));
    const left = await Promise.all([1, 2, 3, 4, 5].map((at) => find(`dry_${at}`)));
    expect(left.map((row) => row?.id)).toEqual([undefined, undefined, "dry_3", "dry_4", "dry_5"]);
  });
});
