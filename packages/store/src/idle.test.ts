import { readdirSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import { verifyChain } from "./events.ts";
import { listNotes } from "./notes.ts";
import type { OpenTenant } from "./store-options.ts";
import type { Store } from "./tenants.ts";
import { addNote, createNodes, type Nodes, openHeld } from "./testing/nodes.ts";

/** How many files this process holds open, where the system says so. */
const descriptors = () => (process.platform === "linux" ? readdirSync("/proc/self/fd").length : 0);
const councils = Array.from({ length: 20 }, (_, index) => `council-${index}`);

describe.each(["file", "server"] as const)("idle tenants (%s driver)", (driver) => {
  let nodes: Nodes;
  let store: Store;
  let tenants: OpenTenant[];
  beforeEach(async () => {
    nodes = await createNodes(driver, councils);
    store = await nodes.open("a");
    await store.leases.takeMany(councils);
    tenants = await Promise.all(councils.map((council) => openHeld(store, council)));
  });
  afterEach(() => nodes[Symbol.asyncDispose]());

  it("are shut, their files are let go, and they serve as before when they are used again", async () => {
    await Promise.all(tenants.map((tenant) => addNote(tenant, "note_1")));
    const before = descriptors();
    expect(store.shutIdle(0)).toBe(councils.length);
    expect([store.openCount, store.openTenants]).toEqual([0, []]);
    // A write and a log for each at the least.
    while (descriptors() > before - 2 * councils.length) await nextTurn();

    for (const tenant of tenants) {
      await addNote(tenant, "note_2");
      const found = await listNotes(tenant.db, "prc_1");
      expect(found.map(({ id }) => id)).toEqual(["note_1", "note_2"]);
      expect(await verifyChain(tenant.db)).toEqual({ events: 2 });
    }
    expect(store.openCount).toBe(councils.length);
    // Garbage is collected for this at most every half minute.
  }, 60_000);

  it("are only those that nobody has used for so long, and of which nobody waits for an answer", async () => {
    nodes.clock.now += 4_000;
    const [used, written] = tenants;
    if (!used || !written) throw new Error("no tenants");
    await listNotes(used.db, "prc_1");
    const writing = addNote(written, "note_1");
    nodes.clock.now += 1;
    expect(store.isUnused(used.db.tenant, 2)).toBe(false);
    expect(store.isUnused(used.db.tenant, 1)).toBe(true);
    expect(store.shutIdle(4_000)).toBe(councils.length - 2);
    await writing;
    expect([...store.openTenants].sort()).toEqual([used.db.tenant, written.db.tenant].sort());
    expect(store.shutIdle(4_000)).toBe(0);
  });
});
