import { blob, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Answers that staff put right. */
export const corrections = sqliteTable("corrections", {
  id: text("id").primaryKey(),
  process: text("process").notNull(),
  question: text("question").notNull(),
  /** Sealed: what it was, what it is, and why. */
  details: blob("details", { mode: "buffer" }).notNull(),
  author: text("author").notNull(),
  at: integer("at").notNull(),
});

/** Who has which case open. */
export const caseViewers = sqliteTable(
  "case_viewers",
  {
    process: text("process").notNull(),
    person: text("person").notNull(),
    seenAt: integer("seen_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.process, table.person] })],
);

/** Which of the staff follow which case. */
export const caseFollowers = sqliteTable(
  "case_followers",
  {
    person: text("person").notNull(),
    process: text("process").notNull(),
    /** The place of the last event that they have seen. */
    seen: integer("seen").notNull(),
  },
  (table) => [primaryKey({ columns: [table.person, table.process] })],
);
