import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** How often people looked at requests, or got in touch about them: no row says of whose. */
export const chaseCounts = sqliteTable("chase_counts", {
  service: text("service").notNull(),
  stage: text("stage").notNull(),
  /** Whether the request had ended there. */
  ended: integer("ended", { mode: "boolean" }).notNull(),
  dayInStage: integer("day_in_stage").notNull(),
  /** Days since 1970. */
  day: integer("day").notNull(),
  /** A look at the tracking page, or the channel of a contact. */
  kind: text("kind", {
    enum: ["view", "phone", "in-person", "letter", "email", "other"],
  }).notNull(),
  /** Empty for a look, and where nobody said what it was about. */
  about: text("about").notNull(),
  count: integer("count").notNull(),
});

/** Each time that somebody said of a request that it is not fixed. */
export const notFixed = sqliteTable("not_fixed", {
  id: text("id").primaryKey(),
  process: text("process").notNull(),
  rule: text("rule", { enum: ["reopen", "start-anew"] }).notNull(),
  at: integer("at").notNull(),
  /** The form that was begun anew, and the process that it became. */
  draft: text("draft"),
  processAnew: text("process_anew"),
});

export const ratings = sqliteTable("ratings", {
  process: text("process").primaryKey(),
  id: text("id").notNull(),
  service: text("service").notNull(),
  outcome: text("outcome", { enum: ["completed", "closed", "referred"] }).notNull(),
  score: integer("score").notNull(),
  /** Sealed: what was said beside it. */
  words: blob("words", { mode: "buffer" }),
  at: integer("at").notNull(),
  forgetAt: integer("forget_at").notNull(),
});
