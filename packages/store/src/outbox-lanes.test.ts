import { putBreaker } from "./breakers.ts";
import type { Db } from "./db.ts";
import { insertOutbox, settleAttempt } from "./outbox.ts";
import { countLanes, laneCounts, listLongDue, listOutlivedClaims } from "./outbox-lanes.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { openRaw } from "./testing/raw.ts";
import { outboxRow } from "./testing/rows.ts";
import { createTestStore } from "./testing.ts";
import { transact } from "./transact.ts";

describe("counting lanes", () => {
  it("reads no row that was accepted, however many there are", async () => {
    await using world = await createTestStore();
    const { db } = await world.tenant();
    const raw = openRaw(world, db);
    const queries = laneCounts(db).map((query) => query.toSQL().sql);
    const plans = queries.map((query) => raw.prepare(`EXPLAIN QUERY PLAN ${query}`).all());
    raw.close();
    for (const [index, name] of ["outbox_due", "outbox_leased", "outbox_stuck"].entries()) {
      expect(JSON.stringify(plans[index])).toContain(`INDEX ${name}`);
    }
  });
});

describeOnBothDrivers("the lanes of an outbox", (on) => {
  it("counts what is owed by lane and state, and says when the first was due", async () => {
    await owe("out_1", { nextAt: 300 });
    await owe("out_2", { nextAt: 200 });
    await owe("out_3", { kind: "message", destination: "email" });
    await owe("out_4", { leaseUntil: 5000 });
    await settled("out_5", "held", "poison");
    await settled("out_6", "accepted");
    const delivery = { lane: "delivery/alloy", poison: 0 };
    expect(await countLanes(on.db)).toEqual([
      { ...delivery, state: "pending", count: 2, firstAt: 200 },
      { ...delivery, lane: "message", state: "pending", count: 1, firstAt: 1000 },
      { ...delivery, state: "queued", count: 1, firstAt: 5000 },
      { ...delivery, state: "held", count: 1, firstAt: 0, poison: 1 },
    ]);
  });

  it("finds claims whose lease has long ended", async () => {
    await owe("out_1", { leaseUntil: 999 });
    await owe("out_2", { leaseUntil: 1000 });
    expect(await listOutlivedClaims(on.db, 1000)).toEqual([
      { lane: "delivery/alloy", count: 1, firstAt: 999 },
    ]);
  });

  it("finds what has long been due", async () => {
    await owe("out_1", { nextAt: 999 });
    await owe("out_2", { nextAt: 1000, process: "prc_2" });
    expect(await listLongDue(on.db, 1000)).toEqual([
      { lane: "delivery/alloy", count: 1, firstAt: 999 },
    ]);
  });

  it.each([
    ["open", []],
    ["half-open", []],
    ["closed", [{ lane: "delivery/alloy", count: 1, firstAt: 0 }]],
  ] as const)("knows what waits for a connector whose breaker is %s", async (state, found) => {
    await owe("out_1", { nextAt: 0 });
    const none = { openSince: null, openUntil: null, code: null };
    const counts = { failures: 5, windowFrom: 0, calls: 5, failed: 5, trips: 1 };
    await transact(on.db, (tx) =>
      putBreaker(tx, { connector: "alloy", state, ...counts, ...none }),
    );
    expect(await listLongDue(on.db, 1000)).toEqual(found);
  });

  it("takes what waits behind an earlier delivery of its case for that one's affair", async () => {
    await settled("out_1", "held");
    await owe("out_2", { nextAt: 0 });
    expect(await listLongDue(on.db, 1000)).toEqual([]);
  });

  it("takes what comes after an accepted delivery for its own affair", async () => {
    await settled("out_1", "accepted");
    await owe("out_2", { nextAt: 0 });
    expect(await listLongDue(on.db, 1000)).toHaveLength(1);
  });

  function owe(id: string, differs: Parameters<typeof outboxRow>[1] = {}) {
    return oweIn(on.db, outboxRow(id, differs));
  }

  async function settled(id: string, state: "held" | "accepted", lastCode?: string) {
    await owe(id, { leaseUntil: 5000 });
    const claim = { id, generation: 1 };
    await transact(on.db, (tx) => settleAttempt(tx, claim, { state, nextAt: 0, lastCode }));
  }
});

function oweIn(db: Db, row: Parameters<typeof insertOutbox>[1]): Promise<void> {
  return transact(db, (tx) => insertOutbox(tx, row));
}
