import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { ConnectorDefinition } from "@guildhall/contract";
import { verifyChain } from "./events.ts";
import { migrate } from "./migrate.ts";
import { tenantMigrations } from "./migrations/index.ts";
import { findNote, insertNote, listNotes } from "./notes.ts";
import { notes } from "./schema/notes.ts";
import { findConnector, putConnector } from "./settings.ts";
import { TenantDb } from "./tenant-db.ts";
import { Child } from "./testing/children.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { fileOf } from "./testing/raw.ts";
import { transact } from "./transact.ts";
import { Vault } from "./vault.ts";

describeOnBothDrivers("a file that another process writes too", (on) => {
  const add = (id: string) =>
    transact(on.db, (tx) =>
      insertNote(tx, { id, process: "prc_1", visible: true, author: "A", contents: "b", at: 1 }),
    );

  const lockable = () => {
    const encryptionKey = Buffer.from(on.db.vault.derive("file")).toString("hex");
    return { path: fileOf(on.world, on.db), encryptionKey };
  };
  afterEach(() => void vi.restoreAllMocks());

  it("is waited for while it is locked, without stopping reads, and then written as ever", async () => {
    await using child = new Child({ do: "lock", ...lockable() });
    await child.hears(1);
    const begin = vi.spyOn(on.db.writer, "begin");
    const waiting = [add("note_1"), add("note_2")];
    while (begin.mock.calls.length === 0) await nextTurn();
    expect(await findNote(on.db, "note_1")).toBeUndefined();

    child.go("on");
    await Promise.all(waiting);
    await add("note_3");
    expect(await findNote(on.db, "note_1")).toBeDefined();
    expect(await findNote(on.db, "note_3")).toBeDefined();
  });

  it("is given up after a while, for all who wait, and serves the next as ever", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    await using child = new Child({ do: "lock", ...lockable() });
    await child.hears(1);
    const begin = vi.spyOn(on.db.writer, "begin");
    const busy = { status: "rejected", reason: { code: "busy" } };
    expect(await Promise.allSettled([add("note_1"), add("note_2")])).toMatchObject([busy, busy]);
    expect(begin).toHaveBeenCalledTimes(1);

    child.go("on");
    await child.hears(2);
    await add("note_3");
    expect(await findNote(on.db, "note_3")).toBeDefined();
  });

  it("costs a connection only, where a statement met the lock", async () => {
    const transaction = await on.db.writer.begin();
    await transaction.exec("COMMIT; BEGIN DEFERRED");
    await using child = new Child({ do: "lock", ...lockable() });
    await child.hears(1);
    const row = { process: "prc_1", visible: 1, author: "A", contents: Buffer.of(1), at: 1 };
    const insert = async () =>
      transaction.database
        .insert(notes)
        .values({ id: "note_1", ...row })
        .run();
    await expect(insert()).rejects.toMatchObject({ code: "busy" });
    await transaction.rollback();

    child.go("on");
    await child.hears(2);
    await add("note_2");
    expect(await findNote(on.db, "note_2")).toBeDefined();
  });

  it("is read as ever once it is free that was locked against readers", async () => {
    const path = join(on.world.folder, "locked.db");
    const vault = new Vault("lockedshire", new Uint8Array(32));
    const encryptionKey = Buffer.from(vault.derive("file")).toString("hex");
    await using child = new Child({ do: "lock", path, encryptionKey, whole: true });
    await child.hears(1);
    const db = new TenantDb({ vault, url: `file:${path}`, driver: on.driver });
    await expect(findNote(db, "note_1")).rejects.toMatchObject({ code: "busy" });

    child.go("on");
    await child.ends();
    await migrate(db, tenantMigrations);
    expect(await findNote(db, "note_1")).toBeUndefined();
    db.close();
  });

  it("counts exactly when three processes read and write back the same number", async () => {
    const alloy = { id: "alloy", kind: "alloy", name: "Alloy", address: "simulator:alloy/a" };
    const definition = ConnectorDefinition.parse(alloy);
    await transact(on.db, (tx) => putConnector(tx, definition));
    const order = { do: "count", folder: on.world.folder, driver: on.driver, times: 60 } as const;
    const children = [new Child(order), new Child(order), new Child(order)];

    expect(await Promise.all(children.map((child) => child.ends()))).toEqual([0, 0, 0]);
    expect((await findConnector(on.db, "alloy"))?.polledTo).toBe(180);
  });

  it("keeps one unbroken chain of events when three processes append to it at the same moment", async () => {
    const children = [0, 1_000, 2_000].map(
      (from) =>
        new Child({ do: "write", folder: on.world.folder, driver: on.driver, from } as const),
    );
    await Promise.all(children.map((child) => child.hears(30)));
    await Promise.all(children.map((child) => child.kill()));

    const stored = (await listNotes(on.db, "prc_1")).map(({ id }) => id);
    expect(stored).toEqual(expect.arrayContaining(children.flatMap(({ told }) => told)));
    expect(await verifyChain(on.db)).toEqual({ events: stored.length });
  });
});
