import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** How each back office was found at the last look. */
export const drifts = sqliteTable("drifts", {
  connector: text("connector").primaryKey(),
  state: text("state", { enum: ["in-step", "drifted", "untold", "unreachable"] }).notNull(),
  lookedAt: integer("looked_at").notNull(),
  /** JSON that this platform made. */
  findings: text("findings").notNull(),
  /** JSON: its designs when everything fitted last, and the versions of the services that did. */
  baseline: text("baseline"),
});
