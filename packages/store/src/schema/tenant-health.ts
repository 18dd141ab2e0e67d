import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** In the directory: how it went with a tenant when its holder last looked, without a word of anybody's. */
export const tenantHealth = sqliteTable("tenant_health", {
  tenant: text("tenant").primaryKey(),
  seenAt: integer("seen_at").notNull(),
  connectors: integer("connectors").notNull(),
  /** Connectors that are not spoken to. */
  stopped: integer("stopped").notNull(),
  /** What waits for a person. */
  held: integer("held").notNull(),
  refused: integer("refused").notNull(),
  dead: integer("dead").notNull(),
  /** What goes by itself, and when the oldest of it was due. */
  owed: integer("owed").notNull(),
  oldestDueAt: integer("oldest_due_at"),
  /** Alarms that nobody looks after. */
  alarms: integer("alarms").notNull(),
});
