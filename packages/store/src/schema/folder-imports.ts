import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What a folder would change of a tenant. */
export const folderImports = sqliteTable("folder_imports", {
  id: text("id").primaryKey(),
  madeAt: integer("made_at").notNull(),
  madeBy: text("made_by").notNull(),
  approvedAt: integer("approved_at"),
  approvedBy: text("approved_by"),
  /** What the folder said, to know it again. */
  digest: text("digest").notNull(),
  /** What the tenant was like that the plan was made for. */
  basis: text("basis").notNull(),
  /** JSON: what would be done, in words. */
  plan: text("plan").notNull(),
  /** Compressed JSON: what the folder holds; gone once it was approved. */
  contents: blob("contents", { mode: "buffer" }),
});
