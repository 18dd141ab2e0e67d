import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const tenants = sqliteTable("tenants", {
  id: text("id").primaryKey(),
  definition: text("definition").notNull(),
  url: text("url").notNull(),
  /** What its server asks for, as a JWE under the root key. */
  authToken: text("auth_token"),
  /** The tenant's key as a JWE under the root key. */
  wrappedKey: text("wrapped_key").notNull(),
  createdAt: integer("created_at").notNull(),
  /** 1 once the database was made: from then on an empty one is not the tenant's. */
  made: integer("made").notNull(),
});

/** Host names of tenants' own; `place` says which of a tenant's comes first. */
export const domains = sqliteTable("domains", {
  domain: text("domain").primaryKey(),
  tenant: text("tenant").notNull(),
  place: integer("place").notNull(),
});

export const keyIndex = sqliteTable("key_index", {
  keyId: text("key_id").primaryKey(),
  tenant: text("tenant").notNull(),
});
