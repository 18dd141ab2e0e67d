import { blob, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What somebody has to look at. One for each kind and subject while it has not ended. */
export const alarms = sqliteTable("alarms", {
  id: text("id").primaryKey(),
  kind: text("kind", {
    enum: [
      "delivery-stuck",
      "message-stuck",
      "connector-stopped",
      "polling-failed",
      "status-unmapped",
      "key-expiring",
      "certificate-expiring",
      "design-drifted",
      "queue-stuck",
      "scan-stuck",
      "feedback-waiting",
      "publication-failed",
    ],
  }).notNull(),
  /** What it is about: a connector and a code, a key, a certificate. */
  subject: text("subject").notNull(),
  /** Whose task it is. */
  role: text("role").notNull(),
  /** JSON that this platform made. */
  data: text("data").notNull(),
  /** How often it was raised. */
  count: integer("count").notNull(),
  raisedAt: integer("raised_at").notNull(),
  lastAt: integer("last_at").notNull(),
  /** When those whose task it is were last written to. */
  mailedAt: integer("mailed_at").notNull(),
  acknowledgedAt: integer("acknowledged_at"),
  acknowledgedBy: text("acknowledged_by"),
  /** Sealed: what was said when it was acknowledged. */
  words: blob("words", { mode: "buffer" }),
  endedAt: integer("ended_at"),
});

/** Many deliveries sent again in one go. */
export const replays = sqliteTable("replays", {
  id: text("id").primaryKey(),
  at: integer("at").notNull(),
  actorKind: text("actor_kind").notNull(),
  actorId: text("actor_id").notNull(),
  actorName: text("actor_name").notNull(),
  /** JSON: which deliveries were asked for. */
  filter: text("filter").notNull(),
  /** Whether what was frozen is dropped and written anew. */
  rewrite: integer("rewrite", { mode: "boolean" }).notNull(),
  /** Whether the live version's mapping writes it. */
  useLive: integer("use_live", { mode: "boolean" }).notNull(),
  state: text("state", { enum: ["running", "done"] }).notNull(),
  endedAt: integer("ended_at"),
});

/** What a replay takes in, and what became of each. */
export const replayItems = sqliteTable(
  "replay_items",
  {
    replay: text("replay").notNull(),
    delivery: text("delivery").notNull(),
    state: text("state", { enum: ["waiting", "replayed", "left-out"] }).notNull(),
    /** Why it was left out. */
    code: text("code"),
  },
  (table) => [primaryKey({ columns: [table.replay, table.delivery] })],
);

/** The day on which each person last had the morning's letter. */
export const digests = sqliteTable("digests", {
  person: text("person").primaryKey(),
  day: text("day").notNull(),
});
