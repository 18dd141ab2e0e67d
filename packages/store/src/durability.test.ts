import { cpSync } from "node:fs";
import { join } from "node:path";
import { listEvents, verifyChain } from "./events.ts";
import { listNotes } from "./notes.ts";
import { Store } from "./tenants.ts";
import { Child } from "./testing/children.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { bytesOf, openRaw } from "./testing/raw.ts";

describeOnBothDrivers("what was acknowledged", (on) => {
  it("is all there after kill -9, encrypted, unbroken, and no work is there by half", async () => {
    const acknowledged: unknown[] = [];
    for (const from of [0, 1_000, 2_000]) {
      const order = { do: "write", folder: on.world.folder, driver: on.driver, from } as const;
      await using child = new Child(order);
      await child.hears(20 + from / 100);
      await child.kill();
      acknowledged.push(...child.told);
    }

    // A copy without the shared memory is what a machine finds that went down: the log is recovered.
    const folder = join(on.world.folder, "found");
    const filter = (path: string) => !path.endsWith("-shm") && path !== folder;
    for (const part of ["directory.db", "directory.db-wal", "tenants"])
      cpSync(join(on.world.folder, part), join(folder, part), { recursive: true, filter });
    const store = await Store.open({ folder, rootKey: new Uint8Array(32), driver: on.driver });
    const { db } = (await store.tenant("exampleshire")) ?? on;

    const stored = await listNotes(db, "prc_1");
    expect(stored.map((row) => row.id)).toEqual(expect.arrayContaining(acknowledged));
    for (const { id, contents } of stored) expect(contents).toBe(`words of ${id}`);
    const subjects = (await listEvents(db, "prc_1")).map((row) => row.subject);
    expect(subjects.sort()).toEqual(stored.map((row) => row.id).sort());
    expect(await verifyChain(db)).toEqual({ events: stored.length });

    const raw = openRaw({ folder }, db);
    expect(raw.prepare("PRAGMA integrity_check").raw(true).get([])).toMatchObject(["ok"]);
    raw.close();
    store.close();
    for (const bytes of bytesOf(on.world).values()) expect(bytes.includes("note_0_0")).toBe(false);
  });
});
