import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { migrate } from "../migrate.ts";
import { beginAttempt, claimDue, insertOutbox, nextDue, settleAttempt } from "../outbox.ts";
import { openBody } from "../outbox-list.ts";
import { outbox } from "../schema/outbox.ts";
import { type Driver, TenantDb } from "../tenant-db.ts";
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
        for (const id of ["out_3", "out_1", "out_2"]) await insertOutbox(tx, outboxRow(id));
        await insertOutbox(tx, outboxRow("out_4", { kind: "message", nextAt: 9_000 }));
        const [first, second] = await claimDue(tx, { now: 2_000, leaseUntil: 5_000, limit: 2 });
        if (!first || !second) throw new Error("nothing was claimed");
        await beginAttempt(tx, first, "<case/>");
        const answered = { nextAt: 2_000, reference: "A1", lastCode: "busy", settledAt: 3_000 };
        await settleAttempt(tx, first, { state: "held", ...answered });
      });
    });
    afterEach(() => {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const place = tenantMigrations.findIndex(({ name }) => name === "006-webhooks");
    const rows = () => db.reads.select().from(outbox).orderBy(sql`rowid`).all();
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
      expect(await nextDue(db)).toBe(1_000);
    });

    it("keeps every index as it was", async () => {
      const before = await indexes();
      expect(before.size).toBeGreaterThan(4);
      await migrate(db, tenantMigrations);
      expect(Object.fromEntries(await indexes())).toMatchObject(Object.fromEntries(before));
    });

    it("takes a webhook, which it did not before, and still nothing that is none of the three", async () => {
      const webhook = outboxRow("out_5", { kind: "webhook" });
      await expect(insert(webhook)).rejects.toMatchObject({ code: "constraint" });
      await migrate(db, tenantMigrations);
      await insert(webhook);
      const unheard = { ...webhook, id: "out_6", kind: "pigeon" as "webhook" };
      await expect(insert(unheard)).rejects.toMatchObject({ code: "constraint" });
    });
  },
);
