import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const notes = sqliteTable("notes", {
  id: text("id").primaryKey(),
  process: text("process").notNull(),
  visible: integer("visible").notNull(),
  author: text("author").notNull(),
  /** Sealed: the words. */
  contents: blob("contents", { mode: "buffer" }).notNull(),
  at: integer("at").notNull(),
});
