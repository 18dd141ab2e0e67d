import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The processes of this installation, each from its start to its end. */
export const nodes = sqliteTable("nodes", {
  id: text("id").primaryKey(),
  /** Where other nodes reach it. */
  address: text("address").notNull(),
  /** What it does, as a JSON array. */
  roles: text("roles").notNull(),
  startedAt: integer("started_at").notNull(),
  seenAt: integer("seen_at").notNull(),
});

export const leases = sqliteTable("leases", {
  tenant: text("tenant").primaryKey(),
  /** Null once it was given back. */
  node: text("node"),
  /** Grows with every owner, for ever. */
  term: integer("term").notNull(),
  until: integer("until").notNull(),
  /** When the tenant has to be seen to: null for not at all, 0 for at once, since nobody knows. */
  nextDue: integer("next_due"),
});
