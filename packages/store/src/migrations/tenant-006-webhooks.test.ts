import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { migrate } from "../migrate.ts";
import { insertOutbox } from "../outbox.ts";
import { nextDue } from "../outbox-claims.ts";
import { openBody } from "../outbox-list.ts";
import { outbox } from "../schema/outbox.ts";
import { type Driver, TenantDb } from "../tenant-db.ts";
import { firstOutbox, insertFirst } from "../testing/first-outbox.ts";
import { outboxRow } from "../testing/rows.ts";
import { transact } from "../transact.ts";
import { Vault } from "../vault.ts";
import { tenantMigrations } from "./index.ts";

describe.each<Driver>(["file", "server"])(
  "the outbox that takes webhooks (%s driver)",
  (driver) => {
    let folder: string;
    let db: TenantDb;
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), "guildhall-"));
      const path = join(folder, "council.db");
      db = new TenantDb({
        vault: new Vault("council", new Uint8Array(32)),
        url: `file:${path}`,
        driver,
      });
      await migrate(db, tenantMigrations.slice(0, place));
      await transact(db, async (tx) => {
        const answered = { reference: "A1", lastCode: "busy", settledAt: 3_000, attempts: 1 };
        const held = { state: "held", generation: 1, ...answered };
        await insertFirst(tx, outboxRow("out_3", { body: "<case/>" }), held);
        await insertFirst(tx, outboxRow("out_1"), { state: "queued", generation: 1 });
        await insertFirst(tx, outboxRow("out_2"));
        await insertFirst(tx, outboxRow("out_4", { kind: "message", nextAt: 9_000 }));
      });
    });
    afterEach(() => {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const place = tenantMigrations.findIndex(({ name }) => name === "006-webhooks");
    const rows = () => db.reads.select().from(firstOutbox).orderBy(sql`rowid`).all();
    const indexes = async () => {
      const found = await db.reads
        .select({ name: sql<string>`name`, made: sql<string>`sql` })
        .from(sql`sqlite_master`)
        .where(sql`type = 'index' and tbl_name = 'outbox' and sql is not null`)
        .all();
      return new Map(found.map(({ name, made }) => [name, made]));
    };
    const insert = (row: Parameters<typeof insertOutbox>[1]) =>
      transact(db, (tx) => insertOutbox(tx, row));

    it("keeps every row as it was, in its order, and what lies sealed in it", async () => {
      const before = await rows();
      expect(before.map(({ state }) => state).toSorted()).toEqual([
        "held",
        "pending",
        "pending",
        "queued",
      ]);
      await migrate(db, tenantMigrations);
      expect(await rows()).toEqual(before);
      const held = before.find(({ state }) => state === "held");
      expect(await openBody(db, held?.id ?? "")).toBe("<case/>");
      expect(await nextDue(db)).toBe(0);
    });

    it("keeps every index", async () => {
      const before = await indexes();
      expect(before.size).toBeGreaterThan(4);
      await migrate(db, tenantMigrations);
      const after = await indexes();
      // What is due is looked up lane by lane since.
      const kept = [...before].filter(([name]) => name !== "outbox_due");
      expect(Object.fromEntries(after)).toMatchObject(Object.fromEntries(kept));
      expect(after.get("outbox_due")).toContain("(lane, next_at)");
    });

    it("puts each connector, the messages and the webhooks into lanes of their own", async () => {
      await migrate(db, tenantMigrations);
      const found = await db.reads.select({ lane: outbox.lane }).from(outbox).all();
      expect(new Set(found.map(({ lane }) => lane))).toEqual(
        new Set(["delivery/alloy", "message"]),
      );
    });

    it("takes a webhook, which it did not before, and still nothing that is none of the three", async () => {
      const webhook = outboxRow("out_5", { kind: "webhook" });
      const before = transact(db, (tx) => insertFirst(tx, webhook));
      await expect(before).rejects.toMatchObject({ code: "constraint" });
      await migrate(db, tenantMigrations);
      await insert(webhook);
      const unheard = { ...webhook, id: "out_6", kind: "pigeon" as "webhook" };
      await expect(insert(unheard)).rejects.toMatchObject({ code: "constraint" });
    });
  },
);
