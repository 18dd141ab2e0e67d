import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { migrate } from "../migrate.ts";
import { listPublishers, listRecipes } from "../recipes.ts";
import { recipes } from "../schema/recipes.ts";
import { TenantDb } from "../tenant-db.ts";
import { transact } from "../transact.ts";
import { Vault } from "../vault.ts";
import { directoryMigrations } from "./index.ts";

/** The table as it was when publishers were known by their names. */
const first = sqliteTable("recipe_publishers", {
  kid: text("kid").primaryKey(),
  name: text("name").notNull(),
  key: text("key").notNull(),
  trustedAt: integer("trusted_at").notNull(),
});

describe("the cookbook whose publishers were known by their names", () => {
  it("knows them by their first keys, and their recipes with them", async () => {
    const folder = mkdtempSync(join(tmpdir(), "guildhall-"));
    const vault = new Vault("directory", new Uint8Array(32));
    const db = new TenantDb({ vault, url: `file:${join(folder, "directory.db")}`, driver: "file" });
    try {
      const place = directoryMigrations.findIndex(({ name }) => name === "005-publishers");
      await migrate(db, directoryMigrations.slice(0, place));
      await transact(db, async (tx) => {
        for (const [kid, name, trustedAt] of [
          ["k2", "Farshire", 2],
          ["k1", "Farshire", 1],
          ["k3", "Nearshire", 3],
        ] as const)
          await tx.writes.insert(first).values({ kid, name, key: "x", trustedAt }).run();
        for (const [id, origin] of [
          ["bins", "Farshire"],
          ["dogs", "Nearshire"],
          ["eels", "own"],
          ["figs", "Forgotten"],
        ] as const) {
          const said = { title: "", summary: "", publisher: "", news: "", sharedAt: 0, file: "{}" };
          await tx.writes
            .insert(recipes)
            .values({ id, version: 1, origin, ...said })
            .run();
        }
      });
      await migrate(db, directoryMigrations);
      const publishers = await listPublishers(db);
      expect(publishers.map(({ kid, publisher }) => [kid, publisher])).toEqual([
        ["k1", "k1"],
        ["k2", "k1"],
        ["k3", "k3"],
      ]);
      expect((await listRecipes(db)).map(({ origin }) => origin)).toEqual([
        "k1",
        "k3",
        "own",
        "Forgotten",
      ]);
    } finally {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
