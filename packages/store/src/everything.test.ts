import { and, eq, notLike } from "drizzle-orm";
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Db } from "./db.ts";
import { exportedNouns, exportRows, keptTables } from "./everything.ts";
import { insertNote } from "./notes.ts";
import { createTestStore } from "./testing.ts";
import { transact } from "./transact.ts";

const master = sqliteTable("sqlite_master", { name: text("name"), type: text("type") });

describe("everything of a tenant", () => {
  let held: Awaited<ReturnType<typeof createTestStore>>;
  let db: Db;
  beforeAll(async () => {
    held = await createTestStore();
    const definition = {
      id: "a",
      kind: "council",
      name: "A",
      referencePrefix: "AA",
      timeZone: "Europe/London",
    } as const;
    await held.store.addTenant(definition, { now: 0 });
    const tenant = await held.store.tenant("a");
    if (!tenant) throw new Error("there is no tenant");
    db = tenant.db;
  });
  afterAll(() => held[Symbol.asyncDispose]());

  const all = async (noun: string) => {
    const rows: Record<string, unknown>[] = [];
    for await (const row of exportRows(db, noun)) rows.push(row);
    return rows;
  };

  it("is exported or kept for a reason, table by table", async () => {
    const found = await db.reads
      .select({ name: master.name })
      .from(master)
      .where(and(eq(master.type, "table"), notLike(master.name, "sqlite_%")))
      .all();
    const known = [...exportedNouns, ...Object.keys(keptTables)];
    expect(found.map(({ name }) => name).sort()).toEqual(known.sort());
  });

  it("is readable, one row after the other, however many there are", async () => {
    const id = (at: number) => `not_${String(at).padStart(26, "0")}`;
    await transact(db, async (tx) => {
      for (let at = 0; at < 1001; at += 1)
        await insertNote(tx, {
          id: id(at),
          process: "prc_1",
          visible: true,
          author: "Ann",
          contents: `Words ${at}`,
          at,
        });
    });
    const rows = await all("notes");
    expect(rows).toHaveLength(1001);
    expect(rows[1000]).toMatchObject({ id: id(1000), contents: "Words 1000", author: "Ann" });
    expect(await all("people")).toEqual([]);
  });
});
