import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What is tried out in a sandbox, for a day. */
export const trialRuns = sqliteTable("trial_runs", {
  id: text("id").primaryKey(),
  service: text("service").notNull(),
  /** When there was news of it last. */
  seenAt: integer("seen_at").notNull(),
  ended: integer("ended").notNull(),
  /** Sealed: all that is told of it, with answers and documents. */
  result: blob("result", { mode: "buffer" }).notNull(),
});
