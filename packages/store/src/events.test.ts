import type Libsql from "libsql";
import { appendEvent, findEvent, listEvents, verifyChain } from "./events.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { openRaw } from "./testing/raw.ts";
import { eventOf } from "./testing/rows.ts";
import { transact } from "./transact.ts";

describeOnBothDrivers("the event chain", (on) => {
  const append = (...processes: string[]) =>
    Promise.all(
      processes.map((process) => transact(on.db, (tx) => appendEvent(tx, eventOf(process)))),
    );

  it("numbers events in the order they happened and lists them by process", async () => {
    expect(await append("prc_1", "prc_2", "prc_1")).toEqual([1, 2, 3]);
    expect((await listEvents(on.db, "prc_1")).map((row) => row.seq)).toEqual([1, 3]);
    expect((await listEvents(on.db, "prc_1", 1)).map((row) => row.seq)).toEqual([3]);
    expect(await findEvent(on.db, 2)).toMatchObject({ process: "prc_2", data: "{}" });
    expect(await findEvent(on.db, 4)).toBeUndefined();
  });

  it("holds over what several appended in one work and in works of one group", async () => {
    const both = transact(on.db, async (tx) => [
      await appendEvent(tx, eventOf("prc_1", { data: { b: 1, a: "ä" } })),
      await appendEvent(tx, eventOf("prc_1")),
    ]);
    const other = append("prc_2");
    expect([await both, await other]).toEqual([[1, 2], [3]]);
    expect(await verifyChain(on.db)).toEqual({ events: 3 });
  });

  it("closes over an event whose work failed", async () => {
    const failing = transact(on.db, async (tx) => {
      await appendEvent(tx, eventOf("prc_9"));
      throw new Error("refused");
    });
    const next = append("prc_1");
    await expect(failing).rejects.toThrow("refused");
    expect(await next).toEqual([1]);
    expect(await verifyChain(on.db)).toEqual({ events: 1 });
  });

  it("goes on after a restart, and over more events than are read at once", async () => {
    await transact(on.db, async (tx) => {
      for (let count = 0; count < 1_100; count += 1) await appendEvent(tx, eventOf("prc_1"));
    });
    const store = await on.world.reopen();
    const opened = await store.tenant(on.db.tenant);
    if (!opened) throw new Error("gone");
    expect(await transact(opened.db, (tx) => appendEvent(tx, eventOf("prc_1")))).toBe(1_101);
    expect(await verifyChain(opened.db)).toEqual({ events: 1_101 });
  });

  it("cannot be rewritten or cut through the database", async () => {
    await append("prc_1");
    const raw = openRaw(on.world, on.db);
    expect(() => raw.exec("UPDATE events SET at = 0")).toThrow("events stay as they are");
    expect(() => raw.exec("DELETE FROM events")).toThrow("events remain");
    raw.close();
    expect(await verifyChain(on.db)).toEqual({ events: 1 });
  });

  describe("when somebody with the key has dropped the triggers", () => {
    const tamper = async (change: (raw: Libsql.Database) => void) => {
      await append("prc_1", "prc_2", "prc_3", "prc_4", "prc_5");
      const raw = openRaw(on.world, on.db);
      raw.exec("DROP TRIGGER events_stay; DROP TRIGGER events_remain;");
      change(raw);
      raw.close();
      return verifyChain(on.db);
    };
    const broken = { events: 2, brokenAt: 3 };

    it.each([
      ["type", "'note.added'"],
      ["process", "NULL"],
      ["subject", "'prc_9'"],
      ["actor_kind", "'staff'"],
      ["actor_id", "'other'"],
      ["actor_name", "'Other'"],
      ["at", "at + 1"],
      ["data", "'{\"a\":1}'"],
      ["hash", "zeroblob(32)"],
    ])("names the first event whose %s was changed", async (column, value) => {
      const change = `UPDATE events SET ${column} = ${value} WHERE seq = 3`;
      expect(await tamper((raw) => raw.exec(change))).toEqual(broken);
    });

    it("names the place where an event was taken out", async () => {
      const change = "DELETE FROM events WHERE seq = 3";
      expect(await tamper((raw) => raw.exec(change))).toEqual(broken);
    });

    it("names the place where an event was taken out and the gap closed", async () => {
      const change = `DELETE FROM events WHERE seq = 3;
        UPDATE events SET seq = 3 WHERE seq = 4; UPDATE events SET seq = 4 WHERE seq = 5;`;
      expect(await tamper((raw) => raw.exec(change))).toEqual(broken);
    });

    it("names the place where two events were swapped", async () => {
      const change = `UPDATE events SET seq = 99 WHERE seq = 3;
        UPDATE events SET seq = 3 WHERE seq = 4; UPDATE events SET seq = 4 WHERE seq = 99;`;
      expect(await tamper((raw) => raw.exec(change))).toEqual(broken);
    });

    it("names the place where an event was put in", async () => {
      const change = `UPDATE events SET seq = seq + 100 WHERE seq > 2;
        UPDATE events SET seq = seq - 99 WHERE seq > 100;
        INSERT INTO events SELECT 3, type, process, subject, actor_kind, actor_id, actor_name, at, data, hash
          FROM events WHERE seq = 2;`;
      expect(await tamper((raw) => raw.exec(change))).toEqual(broken);
    });

    it("tells how many events are left, so that a cut end shows against a count kept elsewhere", async () => {
      const change = "DELETE FROM events WHERE seq > 3";
      expect(await tamper((raw) => raw.exec(change))).toEqual({ events: 3 });
    });
  });
});
