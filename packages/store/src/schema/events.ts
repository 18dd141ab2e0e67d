import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The audit trail and the citizen's timeline: appended, chained by hash, no personal data. */
export const events = sqliteTable("events", {
  seq: integer("seq").primaryKey(),
  type: text("type").notNull(),
  process: text("process"),
  /** What it happened to: the id of a process, note, task, document, outbox row, key … */
  subject: text("subject").notNull(),
  actorKind: text("actor_kind").notNull(),
  actorId: text("actor_id").notNull(),
  actorName: text("actor_name").notNull(),
  at: integer("at").notNull(),
  /** JSON that this platform made; nothing in it was typed by a citizen. */
  data: text("data").notNull(),
  hash: blob("hash", { mode: "buffer" }).notNull(),
});
