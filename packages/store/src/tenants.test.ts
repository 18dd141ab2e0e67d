import { readdirSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import { appendEvent, verifyChain } from "./events.ts";
import { insertNote, listNotes } from "./notes.ts";
import type { OpenTenant } from "./store-options.ts";
import { eventOf } from "./testing/rows.ts";
import { createTestStore } from "./testing.ts";
import { transact } from "./transact.ts";

const add = ({ db }: OpenTenant, id: string) =>
  transact(db, async (tx) => {
    await insertNote(tx, { id, process: "prc_1", visible: true, author: "A", contents: id, at: 1 });
    await appendEvent(tx, eventOf("prc_1"));
  });
/** How many files this process holds open, where the system says so. */
const descriptors = () => (process.platform === "linux" ? readdirSync("/proc/self/fd").length : 0);

describe("a store of two hundred tenants, of which eight may be open", () => {
  it("serves them all, and holds no more files than eight need and the garbage of a few more", async () => {
    await using world = await createTestStore({ openLimit: 8 });
    const tenants: OpenTenant[] = [];
    let most = 0;
    const look = async () => {
      expect(world.store.openCount).toBeLessThanOrEqual(8);
      most = Math.max(most, descriptors());
      // What was collected is freed when the event loop turns.
      await nextTurn();
    };
    for (let count = 0; count < 200; count += 1) {
      const tenant = await world.tenant(`council-${count}`);
      tenants.push(tenant);
      await add(tenant, "note_1");
      await look();
    }
    for (let round = 0; round < 3; round += 1) {
      for (const { db } of tenants) {
        expect(await listNotes(db, "prc_1")).toMatchObject([{ contents: "note_1" }]);
        await look();
      }
    }
    expect(most).toBeLessThan(400);
  }, 60_000);
});

describe.each(["file", "server"] as const)("a store of many tenants (%s driver)", (driver) => {
  it("does what all of them ask at the same moment, however few may be open", async () => {
    await using world = await createTestStore({ driver, openLimit: 2 });
    const ids = Array.from({ length: 12 }, (_, index) => `council-${index}`);
    const tenants = await Promise.all(ids.map((id) => world.tenant(id)));
    await Promise.all(
      tenants.flatMap((tenant) => [add(tenant, "note_1"), listNotes(tenant.db, "prc_1")]),
    );
    for (const { db } of tenants) {
      expect(await listNotes(db, "prc_1")).toMatchObject([{ contents: "note_1" }]);
      expect(await verifyChain(db)).toEqual({ events: 1 });
    }
    expect(world.store.openCount).toBe(2);
  });

  it("shuts the one that was longest unused", async () => {
    await using world = await createTestStore({ driver, openLimit: 2 });
    const isOpen = ({ db }: OpenTenant) => (db as unknown as { isOpen: boolean }).isOpen;
    const a = await world.tenant("a-council");
    const b = await world.tenant("b-council");
    await listNotes(a.db, "prc_1");
    const c = await world.tenant("c-council");
    expect([a, b, c].map(isOpen)).toEqual([true, false, true]);
  });
});

describe("a store", () => {
  it("knows its tenants without opening any, and nobody else", async () => {
    await using world = await createTestStore();
    await world.tenant("b-council");
    await world.tenant("a-council");
    const store = await world.reopen();
    const ids = (await store.tenants()).map(({ definition }) => definition.id);
    expect(ids).toEqual(["a-council", "b-council"]);
    expect(store.openCount).toBe(0);
    expect(await store.tenant("c-council")).toBeUndefined();
  });

  it("opens a tenant once, however many ask for it at the same moment", async () => {
    await using world = await createTestStore();
    await world.tenant("a-council");
    const store = await world.reopen();
    const asked = await Promise.all([store.tenant("a-council"), store.tenant("a-council")]);
    expect(asked[0]?.db).toBe(asked[1]?.db);
  });

  it("renews what is said of a tenant, and keeps its key and what it stored", async () => {
    await using world = await createTestStore();
    await add(await world.tenant("a-council"), "note_1");
    const renewed = await world.tenant("a-council", { name: "Another name" });
    expect(renewed.definition.name).toBe("Another name");
    const again = await (await world.reopen()).tenant("a-council");
    expect(again?.definition.name).toBe("Another name");
    expect(again && (await listNotes(again.db, "prc_1"))).toMatchObject([{ contents: "note_1" }]);
  });

  it("refuses everything once it is closed", async () => {
    await using world = await createTestStore();
    const tenant = await world.tenant("a-council");
    world.store.close();
    const closed = { code: "closed" };
    await expect(add(tenant, "note_1")).rejects.toMatchObject(closed);
    await expect(listNotes(tenant.db, "prc_1")).rejects.toMatchObject(closed);
    await expect(world.store.tenant("a-council")).rejects.toMatchObject(closed);
    expect(world.store.openCount).toBe(0);
  });

  it("says which tenant's file the native library is about to touch", async () => {
    const touched: string[] = [];
    await using world = await createTestStore({ onUse: (tenant) => touched.push(tenant) });
    const a = await world.tenant("a-council");
    const b = await world.tenant("b-council");
    for (const [tenant, use] of [
      [a, () => add(a, "note_1")],
      [b, () => listNotes(b.db, "prc_1")],
    ] as const) {
      touched.length = 0;
      await use();
      expect(new Set(touched)).toEqual(new Set([tenant.definition.id]));
    }
  });
});
