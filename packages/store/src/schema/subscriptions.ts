import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Webhooks that were asked for. What they are signed with lies among the secrets, as `subscription/<id>`. */
export const subscriptions = sqliteTable("subscriptions", {
  id: text("id").primaryKey(),
  url: text("url").notNull(),
  /** The types of event to tell of, as a JSON list. */
  events: text("events").notNull(),
  description: text("description"),
  state: text("state", { enum: ["active", "disabled"] }).notNull(),
  disabledReason: text("disabled_reason"),
  signature: text("signature", { enum: ["ed25519", "hmac"] }).notNull(),
  /** Each public key and when it ends, newest first, as a JSON list. */
  publicKeys: text("public_keys").notNull(),
  ownerKind: text("owner_kind").notNull(),
  ownerId: text("owner_id").notNull(),
  ownerName: text("owner_name").notNull(),
  createdAt: integer("created_at").notNull(),
  /** Grows at each change, so that one made on what was read before is seen to be late. */
  revision: integer("revision").notNull(),
});
