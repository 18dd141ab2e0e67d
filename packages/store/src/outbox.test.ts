import {
  beginAttempt,
  type Claim,
  insertOutbox,
  type NewOutboxRow,
  settleAttempt,
  unanswered,
} from "./outbox.ts";
import { claimDue, freeLeases, nextDue, releaseClaims } from "./outbox-claims.ts";
import {
  countOutbox,
  findDeliveryByReference,
  findOutbox,
  listOutbox,
  unsettledCounts,
} from "./outbox-list.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { openRaw } from "./testing/raw.ts";
import { outboxRow } from "./testing/rows.ts";
import { createTestStore } from "./testing.ts";
import { transact } from "./transact.ts";

describe("counting what is owed", () => {
  it("reads no row that was accepted, however many there are", async () => {
    await using world = await createTestStore();
    const { db } = await world.tenant();
    const queries = unsettledCounts(db).map((query) => query.toSQL().sql);
    const raw = openRaw(world, db);
    const plans = queries.map((query) => raw.prepare(`EXPLAIN QUERY PLAN ${query}`).all());
    raw.close();
    expect(plans).toMatchObject(
      ["outbox_due", "outbox_leased", "outbox_stuck"].map((index) => [
        { detail: expect.stringContaining(`USING COVERING INDEX ${index}`) },
      ]),
    );
  });
});

/** A delivery of a case of its own. */
const apart = (id: string, changes: Partial<NewOutboxRow> = {}) =>
  outboxRow(id, { process: `prc_${id}`, ...changes });

describeOnBothDrivers("the outbox", (on) => {
  const insert = async (...rows: ReturnType<typeof outboxRow>[]) => {
    for (const row of rows) await transact(on.db, (tx) => insertOutbox(tx, row));
  };
  const claim = (due: Partial<Parameters<typeof claimDue>[1]> = {}) =>
    transact(on.db, (tx) => claimDue(tx, { now: 2_000, leaseUntil: 5_000, limit: 10, ...due }));
  const idsClaimed = async (due: Parameters<typeof claim>[0]) =>
    (await claim(due)).map((row) => row.id).sort();
  const attempt = (held: Claim, body: unknown) =>
    transact(on.db, (tx) => beginAttempt(tx, held, body));
  const settle = (held: Claim, settlement: Parameters<typeof settleAttempt>[2]) =>
    transact(on.db, (tx) => settleAttempt(tx, held, settlement));
  const accepted = { state: "accepted", nextAt: 2_000, reference: "A1", settledAt: 2_000 } as const;

  it("hands over what is due, and nothing before its time", async () => {
    await insert(apart("out_1"), apart("out_2", { nextAt: 2_001, kind: "message" }));
    expect(await claim()).toEqual([
      { id: "out_1", generation: 1, kind: "delivery", lane: "delivery/alloy" },
    ]);
    expect(await claim()).toEqual([]);
    expect(await claim({ now: 2_001 })).toEqual([
      { id: "out_2", generation: 1, kind: "message", lane: "message" },
    ]);
  });

  it("never gives two claimers the same row", async () => {
    await insert(...Array.from({ length: 20 }, (_, index) => apart(`out_${index}`)));
    const claimers = await Promise.all(Array.from({ length: 5 }, () => claim({ limit: 6 })));
    const ids = claimers.flat().map((row) => row.id);
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
  });

  it("hands over first what fell due first, be it new or left behind by a dead worker", async () => {
    await insert(
      apart("out_late", { nextAt: 1_900 }),
      apart("out_early", { nextAt: 1_000 }),
      apart("out_left", { leaseUntil: 1_500 }),
    );
    expect(await idsClaimed({ limit: 2 })).toEqual(["out_early", "out_left"]);
    expect(await idsClaimed({ limit: 2 })).toEqual(["out_late"]);
  });

  it("hands over again when the lease has run out, and then ignores the first holder", async () => {
    await insert(apart("out_1"));
    const [first] = await claim();
    expect(await claim({ now: 4_999 })).toEqual([]);
    const [second] = await claim({ now: 5_000, leaseUntil: 9_000 });

    expect(second).toMatchObject({ id: "out_1", generation: 2 });
    if (!first || !second) throw new Error("not claimed");
    expect(await attempt(first, "late")).toBeUndefined();
    expect(await settle(first, accepted)).toBe(false);
    expect(await settle(second, accepted)).toBe(true);
    expect(await settle(second, { state: "refused", nextAt: 1 })).toBe(false);
    expect(await findOutbox(on.db, "out_1")).toMatchObject({ state: "accepted", reference: "A1" });
  });

  it("is born claimed where its maker hands it over, and is due again when the lease runs out", async () => {
    await insert(apart("out_1", { leaseUntil: 3_000 }));
    expect(await claim({ now: 2_999 })).toEqual([]);
    expect(await attempt({ id: "out_1", generation: 1 }, "body")).toMatchObject({ attempts: 1 });
    expect(await claim({ now: 3_000 })).toMatchObject([{ generation: 2 }]);
  });

  it("sends what was frozen at the first attempt at every attempt, and counts them", async () => {
    await insert(apart("out_1"));
    const [first] = await claim();
    if (!first) throw new Error("not claimed");
    expect(await attempt(first, { xml: "<a/>" })).toEqual({ attempts: 1, body: { xml: "<a/>" } });
    expect(await settle(first, { state: "pending", nextAt: 3_000, lastCode: "slow" })).toBe(true);
    const [second] = await claim({ now: 3_000 });
    if (!second) throw new Error("not claimed");

    expect(await attempt(second, { xml: "<b/>" })).toEqual({ attempts: 2, body: { xml: "<a/>" } });
    expect(await attempt(second, undefined)).toEqual({ attempts: 3, body: { xml: "<a/>" } });
    const row = await findOutbox(on.db, "out_1");
    expect(row).toMatchObject({ state: "queued", frozen: true, attempts: 3 });
    expect(row).not.toHaveProperty("body");
  });

  it("says of an attempt that was begun and not settled that nobody knows what it came to", async () => {
    await insert(apart("out_1"));
    const [held] = await claim();
    if (!held) throw new Error("not claimed");
    await attempt(held, "body");
    expect(await findOutbox(on.db, "out_1")).toMatchObject({ lastCode: unanswered });
    await settle(held, { state: "pending", nextAt: 3_000, lastCode: "slow" });
    expect(await findOutbox(on.db, "out_1")).toMatchObject({ lastCode: "slow" });
  });

  it("keeps the reference that the other side gave, whatever comes later", async () => {
    await insert(apart("out_1"));
    const [first] = await claim();
    if (!first) throw new Error("not claimed");
    await settle(first, { state: "pending", nextAt: 3_000, reference: "A1" });
    const [second] = await claim({ now: 3_000 });
    if (!second) throw new Error("not claimed");
    await settle(second, { state: "held", nextAt: 3_000 });

    const found = await findDeliveryByReference(on.db, "alloy", "A1");
    expect(found).toMatchObject({ id: "out_1", state: "held" });
    expect(found).not.toHaveProperty("body");
    expect(await findDeliveryByReference(on.db, "uniform", "A1")).toBeUndefined();
  });

  it("takes back what a queue did not take, but not what another holds since", async () => {
    await insert(apart("out_1"), apart("out_2", { nextAt: 1_001 }));
    const [one] = await claim({ limit: 1 });
    const [two] = await claim({ leaseUntil: 6_000 });
    if (!one || !two) throw new Error("not claimed");
    await claim({ now: 5_000, leaseUntil: 9_000 });
    await transact(on.db, (tx) => releaseClaims(tx, [one, two], 7_000));

    const states = (await listOutbox(on.db, ["prc_out_1", "prc_out_2"])).map(
      ({ id, state, nextAt }) => [id, state, nextAt],
    );
    const released = states.filter(([, state]) => state === "pending");
    expect(released).toEqual([["out_2", "pending", 7_000]]);
  });

  it("frees every claim of a predecessor, and leaves what is put off and what is settled", async () => {
    await insert(
      apart("out_1"),
      apart("out_2", { nextAt: 8_000 }),
      apart("out_3", { leaseUntil: 9_000 }),
    );
    const [settled] = await claim();
    if (!settled) throw new Error("not claimed");
    await settle(settled, accepted);

    const all = { now: 2_000, upTo: Number.MAX_SAFE_INTEGER, limit: 10 };
    expect(await transact(on.db, (tx) => freeLeases(tx, all))).toBe(1);
    expect(await idsClaimed({ now: 2_000 })).toEqual(["out_3"]);
  });

  it("lets a row wait that was begun and never ended, the longer the more often", async () => {
    await insert(apart("out_1"));
    const waits: number[] = [];
    for (let now = 2_000; waits.length < 3; now = (await nextDue(on.db)) ?? 0) {
      const [held] = await claim({ now, leaseUntil: now + 100 });
      if (!held) throw new Error("not claimed");
      await attempt(held, "body");
      const free = {
        now: now + 100,
        upTo: now + 100,
        limit: 10,
        delayMs: (n: number) => n * 1_000,
      };
      await transact(on.db, (tx) => freeLeases(tx, free));
      waits.push(((await nextDue(on.db)) ?? 0) - free.now);
    }
    expect(waits).toEqual([1_000, 2_000, 3_000]);
    expect(await findOutbox(on.db, "out_1")).toMatchObject({ crashes: 3, attempts: 3 });
    const [ended] = await claim({ now: 20_000 });
    if (!ended) throw new Error("not claimed");
    await settle(ended, { state: "pending", nextAt: 21_000, lastCode: "slow" });
    expect(await findOutbox(on.db, "out_1")).toMatchObject({ crashes: 0 });
  });

  it("tells when the next row falls due, waiting or leased", async () => {
    expect(await nextDue(on.db)).toBeUndefined();
    await insert(apart("out_1", { nextAt: 4_000 }));
    expect(await nextDue(on.db)).toBe(4_000);
    await insert(apart("out_2", { leaseUntil: 3_000 }));
    expect(await nextDue(on.db)).toBe(3_000);
  });

  it("is listed by process", async () => {
    await insert(
      outboxRow("out_2"),
      outboxRow("out_1", { leaseUntil: 3_000 }),
      outboxRow("out_3", { process: "prc_2" }),
    );
    const ids = async (...processes: string[]) =>
      (await listOutbox(on.db, processes)).map((row) => row.id);

    expect(await ids()).toEqual([]);
    expect(await ids("prc_1")).toEqual(["out_1", "out_2"]);
    expect(await ids("prc_1", "prc_2")).toEqual(["out_1", "out_2", "out_3"]);
    expect(await findOutbox(on.db, "out_9")).toBeUndefined();
  });

  it("is counted by state, but for what was accepted", async () => {
    const ends = ["accepted", "accepted", "refused", "held", "dead", "held"] as const;
    await insert(...ends.map((_, index) => apart(`out_${index}`)));
    for (const [index, state] of ends.entries()) {
      const [held] = await claim({ limit: 1 });
      if (held) await settle(held, { state, nextAt: index });
    }
    await insert(apart("out_7"), apart("out_8"), apart("out_9", { leaseUntil: 3_000 }));

    expect(await countOutbox(on.db)).toEqual({
      pending: 2,
      queued: 1,
      refused: 1,
      held: 2,
      dead: 1,
    });
  });
});
