import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const documents = sqliteTable("documents", {
  id: text("id").primaryKey(),
  draft: text("draft"),
  process: text("process"),
  question: text("question"),
  /** Sealed: the name and the label that the citizen gave the file, and the key of its bytes. */
  details: blob("details", { mode: "buffer" }).notNull(),
  contentType: text("content_type").notNull(),
  bytes: integer("bytes").notNull(),
  sha256: text("sha256").notNull(),
  /** Where the storage keeps it; empty once its bytes are gone for what was found in them. */
  storage: text("storage").notNull(),
  state: text("state", { enum: ["pending-scan", "clean", "infected", "unscanned"] }).notNull(),
  /** Where the storage keeps its small picture; null until one was asked for, empty where none can be made. */
  thumbnail: text("thumbnail"),
  at: integer("at").notNull(),
});
