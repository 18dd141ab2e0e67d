import { blob, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

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
  /** What is done to the case; of a message or webhook, `create`. */
  operation: text("operation", { enum: ["create", "update", "note", "attach"] }).notNull(),
  /** The note or document that it carries. */
  subject: text("subject"),
  /** What is claimed apart from the rest: each connector, messages, webhooks. */
  lane: text("lane").notNull(),
  state: text("state", {
    enum: ["pending", "queued", "accepted", "refused", "held", "dead", "handled"],
  }).notNull(),
  /** Grows at each hand-over: an answer to an earlier one changes nothing. */
  generation: integer("generation").notNull(),
  /** Grows before each call, so that a call that kills the process counts. */
  attempts: integer("attempts").notNull(),
  /** Attempts that were begun and never settled, since the last that was. */
  crashes: integer("crashes").notNull(),
  nextAt: integer("next_at").notNull(),
  leaseUntil: integer("lease_until").notNull(),
  giveUpAt: integer("give_up_at").notNull(),
  /** Sealed and frozen: what every attempt sends. */
  body: blob("body", { mode: "buffer" }),
  /** What the other side calls it. */
  reference: text("reference"),
  lastCode: text("last_code"),
  settledAt: integer("settled_at"),
  /** The version of the service whose mapping writes it, where that is not the version its process keeps. */
  writtenBy: integer("written_by"),
});

/** What each attempt at a delivery came to. One that was begun and never ended has none. */
export const attempts = sqliteTable(
  "attempts",
  {
    delivery: text("delivery").notNull(),
    attempt: integer("attempt").notNull(),
    begunAt: integer("begun_at").notNull(),
    endedAt: integer("ended_at").notNull(),
    outcome: text("outcome", { enum: ["accepted", "refused", "retry", "ambiguous"] }).notNull(),
    code: text("code"),
    /** Where it was made; null of attempts from before that was kept. */
    connector: text("connector"),
    /** Sealed: the calls that it was made of, and what was answered. */
    exchanges: blob("exchanges", { mode: "buffer" }),
  },
  (table) => [primaryKey({ columns: [table.delivery, table.attempt] })],
);

/** Whether a connector is spoken to at all, as all processes see it. */
export const breakers = sqliteTable("breakers", {
  connector: text("connector").primaryKey(),
  state: text("state", { enum: ["closed", "open", "half-open"] }).notNull(),
  /** One after the other, without a success between. */
  failures: integer("failures").notNull(),
  windowFrom: integer("window_from").notNull(),
  calls: integer("calls").notNull(),
  failed: integer("failed").notNull(),
  /** How often it opened without closing between. */
  trips: integer("trips").notNull(),
  openSince: integer("open_since"),
  openUntil: integer("open_until"),
  code: text("code"),
});
