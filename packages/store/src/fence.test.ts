import { setTimeout as wait } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { verifyChain } from "./events.ts";
import { StoreFault } from "./fault.ts";
import { tenantLeaseMs } from "./lease-terms.ts";
import { listNotes } from "./notes.ts";
import { leases } from "./schema/nodes.ts";
import { meta } from "./schema/platform.ts";
import type { OpenTenant } from "./store-options.ts";
import type { Store } from "./tenants.ts";
import { Child } from "./testing/children.ts";
import { addNote, createNodes, type Nodes, openHeld } from "./testing/nodes.ts";
import { transact } from "./transact.ts";

const notOwner = { code: "not-owner" };
const tenant = "exampleshire";

describe.each(["file", "server"] as const)(
  "a council's file has one owner (%s driver)",
  (driver) => {
    let nodes: Nodes;
    let a: Store;
    let b: Store;
    beforeEach(async () => {
      nodes = await createNodes(driver, [tenant]);
      a = await nodes.open("a");
      b = await nodes.open("b");
    });
    afterEach(() => nodes[Symbol.asyncDispose]());

    const hold = async (store: Store): Promise<OpenTenant> => {
      await store.leases.take(tenant);
      return openHeld(store);
    };
    const notesOf = async ({ db }: OpenTenant) =>
      (await listNotes(db, "prc_1")).map(({ id }) => id).sort();
    const termIn = async ({ db }: OpenTenant) =>
      (await db.reads.select().from(meta).where(eq(meta.key, "term")).get())?.value;

    it("who alone opens it, and others do not while its lease lasts", async () => {
      await expect(a.tenant(tenant)).rejects.toMatchObject(notOwner);
      await addNote(await hold(a), "note_1");
      await expect(b.tenant(tenant)).rejects.toMatchObject(notOwner);
      expect(await b.tenant("nowhere")).toBeUndefined();
      expect(b.openCount).toBe(0);
    });

    it("whose term is in the file as soon as it is opened", async () => {
      expect(await termIn(await hold(a))).toBe("1");
      await a.leases.release();
      expect(await termIn(await hold(b))).toBe("2");
    });

    it("which neither reads nor writes when its lease has run out by its own clock", async () => {
      const opened = await hold(a);
      nodes.clock.now += tenantLeaseMs;
      await expect(notesOf(opened)).rejects.toMatchObject(notOwner);
      await expect(addNote(opened, "note_1")).rejects.toMatchObject(notOwner);
      await expect(a.tenant(tenant)).rejects.toMatchObject(notOwner);
      await a.leases.renew();
      await addNote(opened, "note_1");
      expect(await notesOf(await openHeld(a))).toEqual(["note_1"]);
    });

    it("which commits nothing when its lease runs out within a group of works", async () => {
      const opened = await hold(a);
      const works = [
        addNote(opened, "note_1"),
        addNote(opened, "note_2", () => {
          nodes.clock.now += tenantLeaseMs;
        }),
      ];
      const refused = { status: "rejected", reason: notOwner };
      expect(await Promise.allSettled(works)).toMatchObject([refused, refused]);
      expect(await notesOf(await hold(b))).toEqual([]);
    });

    it("which is refused by the file when it takes itself for the owner still, and is shut", async () => {
      const standing = nodes.clock.now;
      const slow = await nodes.open("slow", () => standing);
      const opened = await hold(slow);
      nodes.clock.now += tenantLeaseMs;
      const successor = await hold(b);
      await addNote(successor, "note_1");
      expect(slow.leases.termOf(tenant)).toBe(1);

      const works = [addNote(opened, "note_2"), addNote(opened, "note_3")];
      const refused = { status: "rejected", reason: notOwner };
      expect(await Promise.allSettled(works)).toMatchObject([refused, refused]);
      await expect(addNote(opened, "note_4")).rejects.toMatchObject(notOwner);
      expect([slow.leases.held, slow.openCount]).toEqual([[], 0]);
      await addNote(successor, "note_5");
      expect(await notesOf(successor)).toEqual(["note_1", "note_5"]);
      expect(await verifyChain(successor.db)).toEqual({ events: 2 });
    });

    it("which after a loss opens it anew, and the old one stays dead", async () => {
      const before = await hold(a);
      await a.leases.release();
      await addNote(await hold(b), "note_1");
      await b.leases.release();
      const after = await hold(a);
      expect(after.db).not.toBe(before.db);
      await expect(addNote(before, "note_2")).rejects.toMatchObject(notOwner);
      await expect(notesOf(before)).rejects.toMatchObject(notOwner);
      expect(await notesOf(after)).toEqual(["note_1"]);
    });

    it("also when the directory was set back to a time before the file's", async () => {
      const first = await hold(a);
      for (const store of [a, b, a]) {
        await store.leases.release();
        await addNote(await hold(store), `note_${await termIn(await openHeld(store))}`);
        await store.leases.release();
      }
      await transact(a.directory, async (tx) => {
        await tx.writes.update(leases).set({ term: 1 }).where(eq(leases.tenant, tenant)).run();
      });
      await expect(hold(b)).rejects.toMatchObject(notOwner);
      const opened = await hold(b);
      await addNote(opened, "note_9");
      expect(await notesOf(opened)).toEqual(["note_2", "note_3", "note_4", "note_9"]);
      await expect(notesOf(first)).rejects.toMatchObject(notOwner);
    });

    it("who adds it", async () => {
      const { definition } = await hold(a);
      await a.addTenant({ ...definition, id: "newshire" }, { now: 1 });
      await addNote(await openHeld(a, "newshire"), "note_1");
      await expect(b.tenant("newshire")).rejects.toMatchObject(notOwner);
    });

    it("and a process that was stopped past its lease adds nothing once it goes on", async () => {
      await using child = new Child({ do: "own", folder: nodes.folder, driver, node: "stopped" });
      await child.hears(20);
      // By this clock the lease of whoever was stopped is over; by its own, which stands nearer, it is not.
      const successor = await nodes.open("successor", () => Date.now() + tenantLeaseMs);
      const taken = await takeOverFrom(child, successor);
      await addNote(taken, "note_successor_1");
      const before = await notesOf(taken);

      child.resume();
      expect(await child.ends()).toBe(0);
      await addNote(taken, "note_successor_2");
      // Of three works that were begun together, one can have been committed apart before.
      const { codes } = child.told.at(-1) as { codes: (string | null)[] };
      expect(new Set(codes.filter((code) => code !== null))).toEqual(new Set(["not-owner"]));
      const acknowledged = child.told.filter((told) => typeof told === "string");
      const after = await notesOf(taken);
      expect(after).toEqual([...before, "note_successor_2"].sort());
      expect(after).toEqual(expect.arrayContaining(acknowledged));
      expect(await verifyChain(taken.db)).toEqual({ events: after.length });
    });

    /** Stop a process and take its council over; where it was stopped with a lock in its hand, let it go on and try again. */
    async function takeOverFrom(child: Child, successor: Store): Promise<OpenTenant> {
      for (;;) {
        child.halt();
        try {
          const taken = await hold(successor);
          await listNotes(taken.db, "prc_1");
          return taken;
        } catch (error) {
          if (!(error instanceof StoreFault && error.code === "busy")) throw error;
          child.resume();
          await wait(1);
        }
      }
    }
  },
);
