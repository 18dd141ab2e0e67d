import { copyFileSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import type { Db } from "./db.ts";
import { insertNote, listNotes } from "./notes.ts";
import { Store } from "./tenants.ts";
import { Child } from "./testing/children.ts";
import { fileOf, openRaw } from "./testing/raw.ts";
import { createTestStore, type TestStore } from "./testing.ts";
import { transact } from "./transact.ts";

describe("a tenant's file", () => {
  let world: TestStore;
  let db: Db;
  beforeEach(async () => {
    world = await createTestStore();
    db = (await world.tenant()).db;
    await Promise.all(Array.from({ length: 200 }, (_, count) => add(db, `note_${count}`)));
    const raw = openRaw(world, db);
    raw.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    raw.close();
    await world.reopen();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const add = (to: Db, id: string) =>
    transact(to, (tx) =>
      insertNote(tx, { id, process: "prc_1", visible: true, author: "A", contents: id, at: 1 }),
    );
  const open = () => world.store.tenant(db.tenant);
  const othersGoOn = async () => {
    const { db: other } = await world.tenant("othershire");
    await add(other, "note_1");
    expect(await listNotes(other, "prc_1")).toMatchObject([{ contents: "note_1" }]);
  };
  const removeLog = () => {
    for (const end of ["-wal", "-shm"]) rmSync(fileOf(world, db) + end, { force: true });
  };

  it("is as it was when nothing happened to it", async () => {
    expect(await listNotes((await open())?.db ?? db, "prc_1")).toHaveLength(200);
  });

  it("does not open for another root key, and neither does the directory", async () => {
    world.store.close();
    const rootKey = new Uint8Array(32).fill(1);
    const opened = Store.open({ folder: world.folder, rootKey });
    await expect(opened).rejects.toMatchObject({ code: "unreadable" });
  });

  it("does not open when another tenant's was put in its place", async () => {
    const { db: other } = await world.tenant("othershire");
    removeLog();
    const raw = openRaw(world, other);
    raw.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    copyFileSync(fileOf(world, other), fileOf(world, db));
    raw.close();
    await expect(open()).rejects.toMatchObject({ code: "unreadable" });
    await othersGoOn();
  });

  it("does not open when it says that it is another tenant's", async () => {
    const raw = openRaw(world, db);
    raw.exec("UPDATE meta SET value = 'othershire' WHERE key = 'tenant'");
    raw.close();
    await expect(open()).rejects.toMatchObject({ code: "wrong-tenant" });
    await othersGoOn();
  });

  it.each([
    ["is gone", (path: string) => rmSync(path)],
    ["is empty", (path: string) => truncateSync(path, 0)],
    ["is no database", (path: string) => writeFileSync(path, "words ".repeat(10_000))],
  ])("does not open when it %s, rather than begin anew", async (_name, damage) => {
    removeLog();
    damage(fileOf(world, db));
    await expect(open()).rejects.toMatchObject({ code: "unreadable" });
    await expect(open()).rejects.toMatchObject({ code: "unreadable" });
    await othersGoOn();
  });

  it("opens again once it was put back", async () => {
    removeLog();
    const path = fileOf(world, db);
    const good = readFileSync(path);
    writeFileSync(path, "words ".repeat(10_000));
    await expect(open()).rejects.toMatchObject({ code: "unreadable" });
    removeLog();
    writeFileSync(path, good);
    expect(await listNotes((await open())?.db ?? db, "prc_1")).toHaveLength(200);
  });

  it("is not touched while its tenant is in quarantine", async () => {
    const touched: string[] = [];
    const quarantined = new Set([db.tenant]);
    await world.reopen({ quarantined, onUse: (tenant) => touched.push(tenant) });
    await expect(open()).rejects.toMatchObject({ code: "unreadable" });
    expect(touched).toEqual([]);
    await othersGoOn();
    expect(new Set(touched)).toEqual(new Set(["othershire"]));
  });

  // Nobody can say what becomes of a process that reads such a file: the library may abort it.
  it.each([
    ["cut in the middle", (path: string) => truncateSync(path, statSync(path).size / 2 + 100)],
    ["changed by one bit in its first page", (path: string) => flip(path, 0.001)],
    ["changed by one bit in its middle", (path: string) => flip(path, 0.5)],
    ["changed by one bit near its end", (path: string) => flip(path, 0.9)],
  ])(
    "harms no other tenant when it is %s, whatever it does to who reads it",
    async (_name, damage) => {
      removeLog();
      damage(fileOf(world, db));
      await using child = new Child({ do: "visit", folder: world.folder });
      await child.ends();
      expect(child.told.length).toBeLessThanOrEqual(1);
      await othersGoOn();
    },
  );
});

function flip(path: string, part: number): void {
  const bytes = readFileSync(path);
  const place = Math.floor(bytes.length * part);
  bytes[place] = (bytes[place] ?? 0) ^ 4;
  writeFileSync(path, bytes);
}
