import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const accessRequests = sqliteTable("access_requests", {
  id: text("id").primaryKey(),
  tokenHash: blob("token_hash", { mode: "buffer" }).notNull(),
  state: text("state", {
    enum: ["test-only", "waiting", "approved", "refused", "collected"],
  }).notNull(),
  kind: text("kind", { enum: ["vendor", "partner"] }).notNull(),
  scopes: text("scopes").notNull(),
  /** Sealed: who asks, and what for. */
  details: blob("details", { mode: "buffer" }).notNull(),
  testKey: text("test_key").notNull(),
  liveKey: text("live_key"),
  granted: text("granted"),
  /** Sealed: why it was refused. */
  reason: blob("reason", { mode: "buffer" }),
  askedAt: integer("asked_at").notNull(),
  decidedAt: integer("decided_at"),
  decidedBy: text("decided_by"),
  collectedAt: integer("collected_at"),
});

/** What the tenant's configuration has come to, and which revision of another tenant it was copied from. */
export const configuration = sqliteTable("configuration", {
  one: integer("one").primaryKey(),
  revision: integer("revision").notNull(),
  copiedFrom: text("copied_from"),
});
