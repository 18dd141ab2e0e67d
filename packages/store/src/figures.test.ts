import { addChaseCounts } from "./chase-counts.ts";
import { countContacts, countEnded, countReceived, endedQuery, receivedQuery } from "./figures.ts";
import { endProcess, insertProcess } from "./processes.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { openRaw } from "./testing/raw.ts";
import { processRow } from "./testing/rows.ts";
import { createTestStore } from "./testing.ts";
import { transact } from "./transact.ts";

const all = { fromAt: 0, toAt: 9_000 };

describe("counting for figures", () => {
  it("reads the indexes alone, of the asked time alone, however many processes there are", async () => {
    await using world = await createTestStore();
    const { db } = await world.tenant();
    const queries = [receivedQuery(db, all), endedQuery(db, all)].map((query) => query.toSQL());
    const raw = openRaw(world, db);
    const plans = queries.map(({ sql, params }) =>
      raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(params),
    );
    raw.close();
    expect(plans.map(([first]) => first)).toMatchObject([
      { detail: expect.stringMatching(/USING COVERING INDEX processes_received \(received_at>/) },
      { detail: expect.stringMatching(/USING COVERING INDEX processes_ended \(ended_at>/) },
    ]);
  });
});

describeOnBothDrivers("figures", (on) => {
  it("count what was received and what ended, by service, channel and ward", async () => {
    await transact(on.db, async (tx) => {
      await insertProcess(tx, processRow("prc_1", { respondBy: 2_000, ward: "Abbey" }));
      await insertProcess(tx, processRow("prc_2", { channel: "phone", receivedAt: 9_001 }));
      await insertProcess(tx, processRow("prc_3", { respondBy: 4_000, ward: "Abbey" }));
      const end = { status: "completed", stage: "done", endedAt: 3_000, workingDays: 2 } as const;
      for (const id of ["prc_1", "prc_2", "prc_3"]) await endProcess(tx, id, end);
    });
    const abbey = { service: "noise-nuisance", channel: "online", ward: "Abbey" };
    expect(await countReceived(on.db, all)).toEqual([{ ...abbey, count: 2 }]);
    expect(await countReceived(on.db, { ...all, ward: "" })).toEqual([]);
    expect(await countEnded(on.db, { ...all, channel: "online" })).toEqual([
      { ...abbey, workingDays: 2, isLate: 0, count: 1 },
      { ...abbey, workingDays: 2, isLate: 1, count: 1 },
    ]);
    expect(await countEnded(on.db, { ...all, ward: "" })).toMatchObject([{ channel: "phone" }]);
    expect(await countEnded(on.db, { ...all, service: "never" })).toEqual([]);
  });

  it("count contacts of these days, and no looks", async () => {
    const at = { service: "noise", stage: "received", ended: false, dayInStage: 0, about: "" };
    await transact(on.db, (tx) =>
      addChaseCounts(tx, [
        { ...at, day: 1, kind: "phone", count: 2 },
        { ...at, day: 2, kind: "email", count: 1 },
        { ...at, day: 2, kind: "view", count: 9 },
        { ...at, day: 3, kind: "phone", count: 9 },
      ]),
    );
    const days = { fromDay: 1, toDay: 2 };
    expect(await countContacts(on.db, days)).toEqual([{ service: "noise", count: 3 }]);
    expect(await countContacts(on.db, { ...days, service: "never" })).toEqual([]);
  });
});
