import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What processes wait for before their next steps begin. */
export const waits = sqliteTable(
  "waits",
  {
    process: text("process").notNull(),
    step: text("step").notNull(),
    until: text("until", { enum: ["tasks", "stage", "days"] }).notNull(),
    /** The stage that is waited for. */
    stage: text("stage"),
    begunAt: integer("begun_at").notNull(),
    /** When it is over though nobody came; null once a person was asked. */
    dueAt: integer("due_at"),
    endedAt: integer("ended_at"),
  },
  (table) => [primaryKey({ columns: [table.process, table.step] })],
);
