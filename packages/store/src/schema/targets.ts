import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What receivers take, as it was read from their descriptions. */
export const targets = sqliteTable("targets", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  source: text("source").notNull(),
  format: text("format", { enum: ["json", "xml"] }).notNull(),
  root: text("root"),
  /** JSON. */
  namespaces: text("namespaces"),
  /** JSON. */
  remarks: text("remarks").notNull(),
  fieldCount: integer("field_count").notNull(),
  requiredCount: integer("required_count").notNull(),
  readAt: integer("read_at").notNull(),
  /** JSON, in document order. */
  fields: text("fields").notNull(),
});
