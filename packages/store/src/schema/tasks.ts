import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const tasks = sqliteTable("tasks", {
  id: text("id").primaryKey(),
  process: text("process").notNull(),
  step: text("step").notNull(),
  title: text("title").notNull(),
  team: text("team"),
  /** The person whose it is. */
  assignee: text("assignee"),
  state: text("state", { enum: ["open", "in-progress", "completed", "cancelled"] }).notNull(),
  externalStatus: text("external_status"),
  dueAt: integer("due_at"),
  completedAt: integer("completed_at"),
  updatedAt: integer("updated_at").notNull(),
  /** Sealed: what it was completed with. */
  fields: blob("fields", { mode: "buffer" }),
});
