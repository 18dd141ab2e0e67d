import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const documents = sqliteTable("documents", {
  id: text("id").primaryKey(),
  draft: text("draft"),
  process: text("process"),
  question: text("question"),
  /** Sealed: the name that the citizen gave the file, and the key of its bytes. */
  details: blob("details", { mode: "buffer" }).notNull(),
  contentType: text("content_type").notNull(),
  bytes: integer("bytes").notNull(),
  sha256: text("sha256").notNull(),
  /** Where the storage keeps it. */
  storage: text("storage").notNull(),
  at: integer("at").notNull(),
});
