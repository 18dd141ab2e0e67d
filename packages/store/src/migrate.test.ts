import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { findColumns, findRows, putDataset } from "./datasets.ts";
import { migrate } from "./migrate.ts";
import { tenantMigrations } from "./migrations/index.ts";
import { countOutbox } from "./outbox-list.ts";
import { type Driver, TenantDb } from "./tenant-db.ts";
import { Child } from "./testing/children.ts";
import { insertFirst } from "./testing/first-outbox.ts";
import { outboxRow } from "./testing/rows.ts";
import { steps } from "./testing/steps.ts";
import { transact } from "./transact.ts";
import { Vault } from "./vault.ts";

const names = steps.map((step) => step.name);
const [first, second, third] = steps;

describe.each(["file", "server"] as const)("migrate (%s driver)", (driver) => {
  let folder: string;
  const opened: TenantDb[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "guildhall-"));
  });
  afterEach(() => {
    for (const db of opened.splice(0)) db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const open = (path = join(folder, "one.db"), by: Driver = driver) => {
    const db = new TenantDb({
      vault: new Vault(path, new Uint8Array(32)),
      url: `file:${path}`,
      driver: by,
    });
    opened.push(db);
    return db;
  };
  const rowsOf = async (db: TenantDb) => {
    const count = sql<number>`count(*)`;
    const tables = [1, 2, 3].map((step) => sql.raw(`filled_${step}`));
    return Promise.all(
      tables.map(async (table) => (await db.reads.select({ count }).from(table).get())?.count),
    );
  };

  it("runs each step once, in order, and only what is missing", async () => {
    if (!first || !second || !third) throw new Error("no steps");
    expect(await migrate(open(), [first])).toEqual([first.name]);
    expect(await migrate(open(), steps)).toEqual([second.name, third.name]);
    expect(await migrate(open(), steps)).toEqual([]);
    expect(await rowsOf(open())).toEqual([3_000, 3_000, 3_000]);
  });

  it("runs each step once when several begin at the same moment", async () => {
    const ran = await Promise.all([open(), open(), open()].map((db) => migrate(db, steps)));
    expect(ran.flat()).toEqual(names);
    expect(await rowsOf(open())).toEqual([3_000, 3_000, 3_000]);
  });

  it("refuses a step that was changed after it ran, and runs nothing after it", async () => {
    if (!first || !second) throw new Error("no steps");
    await migrate(open(), [first]);
    const changed = migrate(open(), [{ ...first, sql: `${first.sql} ` }, second]);
    await expect(changed).rejects.toMatchObject({ code: "migration-changed", sqlite: first.name });
    expect(await migrate(open(), [first, second])).toEqual([second.name]);
  });

  it("brings a council's database forward from its first shape, and keeps what is in it", async () => {
    const db = open();
    await migrate(db, tenantMigrations.slice(0, 1));
    await transact(db, async (tx) => {
      await insertFirst(tx, outboxRow("out_1"), { state: "held" });
      await insertFirst(tx, outboxRow("out_2"));
    });

    const missing = tenantMigrations.slice(1).map(({ name }) => name);
    expect(await migrate(db, tenantMigrations)).toEqual(missing);
    expect(missing).toContain("002-reference-data");
    expect(await countOutbox(db)).toEqual({ pending: 1, held: 1 });
    const wards = { id: "wards", columns: ["ward", "zone"], rows: [["Abbey", "1"]] };
    await transact(db, (tx) => putDataset(tx, wards));
    expect(await findColumns(db, "wards")).toEqual(["ward", "zone"]);
    expect((await findRows(db, "wards", ["Abbey"])).get("Abbey")).toEqual(["Abbey", "1"]);
  });

  it("undoes all of a run that failed, and leaves the database fit for use", async () => {
    const db = open();
    const broken = { name: "004-broken", sql: "CREATE TABLE half (a); CREATE TABLE half (a);" };
    await expect(migrate(db, [...steps, broken])).rejects.toMatchObject({ code: "failed" });
    expect(await migrate(db, steps)).toEqual(names);
  });
});

describe("migrations of fifty councils", () => {
  it("converge when the process is killed again and again while two of them run", async () => {
    const folder = mkdtempSync(join(tmpdir(), "guildhall-"));
    const paths = Array.from({ length: 50 }, (_, index) => join(folder, `council_${index}.db`));
    for (const afterSteps of [1, 9, 23]) {
      await using killed = new Child({ do: "migrate", paths });
      await killed.hears(afterSteps);
    }
    const children = [new Child({ do: "migrate", paths }), new Child({ do: "migrate", paths })];
    expect(await Promise.all(children.map((child) => child.ends()))).toEqual([0, 0]);

    for (const path of paths) {
      const db = new TenantDb({ vault: new Vault(path, new Uint8Array(32)), url: `file:${path}` });
      expect(await migrate(db, steps)).toEqual([]);
      const row = await db.reads
        .select({ count: sql<number>`count(*)` })
        .from(sql.raw("filled_3"))
        .get();
      expect(row?.count).toBe(3_000);
      db.close();
    }
    rmSync(folder, { recursive: true, force: true });
  });
});
