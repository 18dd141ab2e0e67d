import { findBreaker, putBreaker } from "./breakers.ts";
import { freeFollowing, isBehind, passedOverMs, placesSql } from "./lanes.ts";
import { insertOutbox, settleAttempt } from "./outbox.ts";
import { claimDue, lanesSql, listDue, nextDue, probeBreakers } from "./outbox-claims.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { openRaw } from "./testing/raw.ts";
import { outboxRow } from "./testing/rows.ts";
import { createTestStore } from "./testing.ts";
import { transact } from "./transact.ts";

const stopped = {
  connector: "alloy",
  state: "open",
  failures: 5,
  windowFrom: 0,
  calls: 5,
  failed: 5,
  trips: 1,
  openSince: 1_000,
  openUntil: 3_000,
  code: "timeout",
} as const;

describe("claiming by lane", () => {
  it.each([
    ["lanes", lanesSql, [], "SEARCH outbox USING COVERING INDEX outbox_due (lane>?)"],
    [
      "the first of each lane",
      lanesSql,
      [],
      "SEARCH outbox USING COVERING INDEX outbox_due (lane=?)",
    ],
    [
      "what is due",
      placesSql.any,
      ["lane", "now", "look", "room"],
      "INDEX outbox_due (lane=? AND next_at<?)",
    ],
    [
      "a case's order",
      placesSql.inOrder,
      ["lane", "now", "look", "room"],
      "INDEX outbox_process (process=? AND rowid<?)",
    ],
    [
      "what is behind",
      placesSql.behind,
      ["lane", "now", "look"],
      "INDEX outbox_process (process=? AND rowid<?)",
    ],
  ])("finds %s by an index, whatever else is owed", async (_, sql, names, index) => {
    await using world = await createTestStore();
    const { db } = await world.tenant();
    const raw = openRaw(world, db);
    const bound = Object.fromEntries(names.map((name) => [name, 1]));
    const plan = raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(bound) as { detail: string }[];
    raw.close();
    const details = plan.map(({ detail }) => detail);
    expect(details.join("\n")).toContain(index);
    expect(details.filter((detail) => /SCAN (outbox|earlier)/.test(detail))).toEqual([]);
  });
});

describeOnBothDrivers("the lanes of the outbox", (on) => {
  const insert = (...rows: ReturnType<typeof outboxRow>[]) =>
    transact(on.db, async (tx) => {
      for (const row of rows) await insertOutbox(tx, row);
    });
  const claim = (due: Partial<Parameters<typeof claimDue>[1]> = {}) =>
    transact(on.db, (tx) => claimDue(tx, { now: 2_000, leaseUntil: 5_000, limit: 10, ...due }));
  const idsClaimed = async (due?: Parameters<typeof claim>[0]) =>
    (await claim(due)).map(({ id }) => id).sort();
  const settle = (id: string, generation: number, state: "accepted" | "held" | "handled") =>
    transact(on.db, (tx) => settleAttempt(tx, { id, generation }, { state, nextAt: 2_000 }));
  const stop = (changes: Partial<Parameters<typeof putBreaker>[1]> = {}) =>
    transact(on.db, (tx) => putBreaker(tx, { ...stopped, ...changes }));
  const case1 = { process: "prc_1", destination: "alloy" };

  it("are each claimed by the room that they have", async () => {
    await insert(
      ...["a", "b", "c"].map((id) => outboxRow(id, { process: id })),
      ...["d", "e"].map((id) => outboxRow(id, { process: id, destination: "uniform" })),
      ...["f", "g"].map((id) => outboxRow(id, { process: id, kind: "message" })),
    );
    const rooms: Record<string, number> = {
      "delivery/alloy": 2,
      "delivery/uniform": 0,
      message: 9,
    };
    const claimed = await claim({ roomOf: (lane) => rooms[lane] ?? 0 });
    expect(claimed.map(({ id, lane }) => `${lane} ${id}`).sort()).toEqual([
      "delivery/alloy a",
      "delivery/alloy b",
      "message f",
      "message g",
    ]);
  });

  it("come in turn, so that the first by name does not take all there is", async () => {
    await insert(
      ...["a", "b"].map((id) => outboxRow(id, { process: id })),
      ...["f", "g"].map((id) => outboxRow(id, { process: id, kind: "message" })),
    );
    expect(await idsClaimed({ limit: 1 })).toEqual(["a"]);
    expect(await idsClaimed({ limit: 1, behind: "delivery/alloy" })).toEqual(["f"]);
    expect(await idsClaimed({ limit: 1, behind: "message" })).toEqual(["b"]);
  });

  it("keep the deliveries of a case in order, and hold up no other case and no other back office", async () => {
    await insert(
      outboxRow("1", { nextAt: 1_900 }),
      outboxRow("2", { nextAt: 1_000, operation: "note" }),
      outboxRow("3", { destination: "uniform" }),
      outboxRow("4", { process: "prc_2" }),
      outboxRow("5", { kind: "message" }),
    );
    expect(await idsClaimed()).toEqual(["1", "3", "4", "5"]);
    await settle("1", 1, "held");
    expect(
      await idsClaimed({ now: 3_000_000, leaseUntil: 9_000_000, roomOf: alloyOnly }),
    ).not.toContain("2");
  });

  it.each(["accepted", "handled"] as const)(
    "free what waits for a delivery that was %s",
    async (state) => {
      await insert(outboxRow("1"), outboxRow("2", { operation: "note" }));
      expect(await idsClaimed()).toEqual(["1"]);
      expect(await transact(on.db, (tx) => isBehind(tx, case1))).toBe(true);
      await settle("1", 1, state);
      await transact(on.db, (tx) => freeFollowing(tx, case1, 2_500));
      expect(await idsClaimed({ now: 2_500 })).toEqual(["2"]);
      await settle("2", 1, "accepted");
      expect(await transact(on.db, (tx) => isBehind(tx, case1))).toBe(false);
    },
  );

  it("pass over a heap of rows that wait for others, a part at a time, and then do not look at them", async () => {
    await insert(outboxRow("first"));
    await claim();
    await settle("first", 1, "held");
    const heap = Array.from({ length: 450 }, (_, n) => outboxRow(`heap_${n}`, { nextAt: 1_500 }));
    await insert(...heap, outboxRow("other", { process: "prc_2", nextAt: 1_600 }));
    const found: string[] = [];
    let turns = 0;
    while (((await nextDue(on.db)) ?? Number.POSITIVE_INFINITY) <= 2_000 && turns < 9) {
      found.push(...(await idsClaimed({ roomOf: () => 4 })));
      turns += 1;
    }
    expect(found).toEqual(["other"]);
    expect(turns).toBe(3);
    expect((await listDue(on.db)).lanes).toEqual([
      { lane: "delivery/alloy", at: 2_000 + passedOverMs },
    ]);
  });

  it("claim nothing of a connector that is not spoken to, and are not due before it is", async () => {
    await insert(
      outboxRow("1"),
      outboxRow("2", { process: "prc_2", kind: "message", nextAt: 9_000 }),
    );
    await stop();
    expect(await idsClaimed()).toEqual([]);
    expect(await nextDue(on.db)).toBe(3_000);
    expect((await listDue(on.db)).lanes).toEqual([
      { lane: "delivery/alloy", at: 3_000 },
      { lane: "message", at: 9_000 },
    ]);
  });

  it("let one row through once its rest is over, and another only when that one is lost", async () => {
    await insert(
      outboxRow("1"),
      outboxRow("2", { process: "prc_2" }),
      outboxRow("3", { process: "prc_3" }),
    );
    await stop();
    expect(await idsClaimed({ now: 3_000, leaseUntil: 6_000 })).toEqual(["1"]);
    expect(await findBreaker(on.db, "alloy")).toMatchObject({
      state: "half-open",
      openUntil: 6_000,
    });
    expect(await idsClaimed({ now: 5_999, leaseUntil: 9_000 })).toEqual([]);
    expect(await idsClaimed({ now: 6_000, leaseUntil: 9_000 })).toHaveLength(1);
  });

  it("let one row through at once where a successor asks, though it was put off, and leave another's probe alone", async () => {
    await insert(
      outboxRow("1", { nextAt: 8_000 }),
      outboxRow("2", { process: "prc_2", nextAt: 9_000 }),
    );
    await stop({ openUntil: 900_000 });
    await transact(on.db, (tx) => probeBreakers(tx, { now: 2_000, probes: false }));
    expect(await idsClaimed()).toEqual(["1"]);
    await transact(on.db, (tx) => probeBreakers(tx, { now: 2_001, probes: false }));
    expect(await idsClaimed({ now: 2_001 })).toEqual([]);
    await transact(on.db, (tx) => probeBreakers(tx, { now: 2_002, probes: true }));
    expect(await idsClaimed({ now: 2_002 })).toEqual(["2"]);
  });
});

const alloyOnly = (lane: string) => (lane === "delivery/alloy" ? 10 : 0);
