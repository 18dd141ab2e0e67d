import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const apiKeys = sqliteTable("api_keys", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  kind: text("kind", { enum: ["vendor", "partner"] }).notNull(),
  environment: text("environment", { enum: ["live", "test"] }).notNull(),
  /** Left out where the holder proves itself by a key pair of its own. */
  secretHash: blob("secret_hash", { mode: "buffer" }),
  last4: text("last4"),
  scopes: text("scopes").notNull(),
  connector: text("connector"),
  createdAt: integer("created_at").notNull(),
  expiresAt: integer("expires_at").notNull(),
  revokedAt: integer("revoked_at"),
  description: text("description"),
  createdBy: text("created_by"),
  /** The secret before this one, which is good for a while after a rotation. */
  previousHash: blob("previous_hash", { mode: "buffer" }),
  previousLast4: text("previous_last4"),
  previousEndsAt: integer("previous_ends_at"),
  /** The networks that it may be used from, apart by spaces; from anywhere where there are none. */
  addresses: text("addresses").notNull().default(""),
  certificate: text("certificate"),
  jwks: text("jwks"),
  jwksUrl: text("jwks_url"),
  /** What its writes must be signed with: `whpk_…`, or `secret` for the one that is kept sealed. */
  signature: text("signature"),
  lastUsedAt: integer("last_used_at"),
});

/** Assertions of clients that were used, until they could not be used anyway. */
export const clientAssertions = sqliteTable("client_assertions", {
  /** A digest of the client and its `jti`. */
  id: text("id").primaryKey(),
  until: integer("until").notNull(),
});
