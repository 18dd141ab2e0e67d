import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What citizens are asked after they have sent their form, and what they answered. */
export const informationRequests = sqliteTable("information_requests", {
  id: text("id").primaryKey(),
  process: text("process").notNull(),
  /** Where the answers are filled in, and the files lie until they are sent. */
  draft: text("draft").notNull(),
  state: text("state", { enum: ["open", "answered", "over", "withdrawn"] }).notNull(),
  /** Sealed: what is asked, and why. */
  details: blob("details", { mode: "buffer" }).notNull(),
  /** Sealed: what was answered. */
  reply: blob("reply", { mode: "buffer" }),
  ifUnanswered: text("if_unanswered", { enum: ["task", "go-on"] }).notNull(),
  askedBy: text("asked_by").notNull(),
  askedAt: integer("asked_at").notNull(),
  /** The last day to answer on, and the moment after it. */
  respondBy: text("respond_by").notNull(),
  overAt: integer("over_at").notNull(),
  /** When it has to be seen to next: to remind the citizen, or because the time is over. */
  nextAt: integer("next_at").notNull(),
  remindedAt: integer("reminded_at"),
  endedAt: integer("ended_at"),
  /** By when the council was to answer, where that waits meanwhile. */
  promisedAt: integer("promised_at"),
});
