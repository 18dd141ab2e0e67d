import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const tenants = sqliteTable("tenants", {
  id: text("id").primaryKey(),
  definition: text("definition").notNull(),
  url: text("url").notNull(),
  authToken: text("auth_token"),
  /** The tenant's key as a JWE under the root key. */
  wrappedKey: text("wrapped_key").notNull(),
  createdAt: integer("created_at").notNull(),
});

export const keyIndex = sqliteTable("key_index", {
  keyId: text("key_id").primaryKey(),
  tenant: text("tenant").notNull(),
});
