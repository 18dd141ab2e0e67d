import { insertOutbox, type Settlement, settleAttempt } from "./outbox.ts";
import { claimDue } from "./outbox-claims.ts";
import { findOutbox } from "./outbox-list.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { openRaw } from "./testing/raw.ts";
import { outboxRow } from "./testing/rows.ts";
import { createTestStore } from "./testing.ts";
import { transact } from "./transact.ts";
import {
  failedWebhooks,
  forgetWebhooks,
  refuseWebhooks,
  renewFailedWebhooks,
  subscribersSql,
  waitingWebhooks,
} from "./webhooks.ts";

const webhook = { kind: "webhook", destination: "sub_1" } as const;

describe("looking for webhooks that were not taken", () => {
  it("reads none that was, however many there are", async () => {
    await using world = await createTestStore();
    const { db } = await world.tenant();
    const raw = openRaw(world, db);
    const planOf = (where: string) =>
      raw.prepare(`EXPLAIN QUERY PLAN SELECT id FROM outbox WHERE ${where}`).all();
    expect(planOf(waitingWebhooks)).toMatchObject([
      { detail: expect.stringContaining("USING INDEX outbox_due") },
    ]);
    expect(planOf(failedWebhooks)).toMatchObject([
      { detail: expect.stringContaining("USING INDEX outbox_stuck") },
    ]);
    raw.close();
  });

  it("finds whose they are by an index, and reads nothing else that is owed", async () => {
    await using world = await createTestStore();
    const { db } = await world.tenant();
    const raw = openRaw(world, db);
    const plan = raw.prepare(`EXPLAIN QUERY PLAN ${subscribersSql}`).all() as { detail: string }[];
    raw.close();
    expect(plan.filter(({ detail }) => /SCAN outbox(?! USING COVERING)/.test(detail))).toEqual([]);
  });
});

describeOnBothDrivers("webhooks of a subscriber", (on) => {
  const settled = async (id: string, state: Settlement["state"], changes = {}) =>
    transact(on.db, async (tx) => {
      await insertOutbox(tx, outboxRow(id, { ...webhook, ...changes }));
      const [claim] = await claimDue(tx, { now: 2_000, leaseUntil: 5_000, limit: 1 });
      if (claim) await settleAttempt(tx, claim, { state, nextAt: 9_000, lastCode: "busy" });
    });
  const statesOf = (...ids: string[]) =>
    Promise.all(ids.map(async (id) => (await findOutbox(on.db, id))?.state));

  it("are owed again from an id on, the oldest first, and only those that came to nothing", async () => {
    await settled("out_1", "dead");
    await settled("out_2", "refused");
    await settled("out_3", "accepted");
    await settled("out_4", "held");
    await settled("out_5", "dead");
    await settled("out_6", "dead", { destination: "sub_2" });
    await settled("out_7", "dead", { kind: "delivery" });
    const span = { fromId: "out_2", limit: 2, nextAt: 3_000, giveUpAt: 4_000 };
    expect(await transact(on.db, (tx) => renewFailedWebhooks(tx, "sub_1", span))).toBe(2);
    const all = ["out_1", "out_2", "out_3", "out_4", "out_5", "out_6", "out_7"];
    expect(await statesOf(...all)).toEqual([
      "dead",
      "pending",
      "accepted",
      "pending",
      "dead",
      "dead",
      "dead",
    ]);
    expect(await findOutbox(on.db, "out_2")).toMatchObject({
      nextAt: 3_000,
      giveUpAt: 4_000,
      attempts: 0,
      lastCode: null,
    });
  });

  it("that wait are refused, and nobody else's", async () => {
    await settled("out_1", "pending");
    await settled("out_2", "pending", { destination: "sub_2" });
    await settled("out_3", "pending", { kind: "delivery" });
    await settled("out_4", "dead");
    await transact(on.db, (tx) => refuseWebhooks(tx, "sub_1", { code: "gone", at: 7_000 }));
    expect(await statesOf("out_1", "out_2", "out_3", "out_4")).toEqual([
      "refused",
      "pending",
      "pending",
      "dead",
    ]);
    expect(await findOutbox(on.db, "out_1")).toMatchObject({ lastCode: "gone", settledAt: 7_000 });
  });

  it("are forgotten where they were taken and are old, so many at a time", async () => {
    await settled("out_1", "accepted");
    await settled("out_2", "accepted", { destination: "sub_2" });
    await settled("out_3", "dead");
    await settled("out_4", "accepted", { kind: "delivery", destination: "alloy" });
    await settled("out_8", "accepted");
    const forget = (limit: number) =>
      transact(on.db, (tx) => forgetWebhooks(tx, { beforeId: "out_5", limit }));
    expect(await forget(1)).toBe(1);
    expect(await forget(9)).toBe(1);
    expect(await forget(9)).toBe(0);
    expect(await statesOf("out_1", "out_2", "out_3", "out_4", "out_8")).toEqual([
      undefined,
      undefined,
      "dead",
      "accepted",
      "accepted",
    ]);
  });
});
