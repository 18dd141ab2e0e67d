import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What is owed to the outside. The row owns its retries; the queue only carries it. */
export const outbox = sqliteTable("outbox", {
  id: text("id").primaryKey(),
  process: text("process").notNull(),
  kind: text("kind", { enum: ["delivery", "message", "webhook"] }).notNull(),
  /** The step of a delivery, the kind of a message. */
  purpose: text("purpose").notNull(),
  /** The connector of a delivery, the channel of a message. */
  destination: text("destination").notNull(),
  /** The event that it tells of. */
  event: integer("event").notNull(),
  state: text("state", {
    enum: ["pending", "queued", "accepted", "refused", "held", "dead"],
  }).notNull(),
  /** Grows at each hand-over: an answer to an earlier one changes nothing. */
  generation: integer("generation").notNull(),
  /** Grows before each call, so that a call that kills the process counts. */
  attempts: integer("attempts").notNull(),
  nextAt: integer("next_at").notNull(),
  leaseUntil: integer("lease_until").notNull(),
  giveUpAt: integer("give_up_at").notNull(),
  /** Sealed and frozen: what every attempt sends. */
  body: blob("body", { mode: "buffer" }),
  /** What the other side calls it. */
  reference: text("reference"),
  lastCode: text("last_code"),
  settledAt: integer("settled_at"),
});
