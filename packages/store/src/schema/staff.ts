import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const people = sqliteTable("people", {
  id: text("id").primaryKey(),
  /** Sealed: name and e-mail address. */
  details: blob("details", { mode: "buffer" }).notNull(),
  emailIndex: integer("email_index").notNull(),
  /** Who they are at the tenant's provider, as a digest. */
  subject: text("subject"),
  roles: text("roles").notNull(),
  /** The teams whose tasks they do. */
  teams: text("teams", { mode: "json" }).$type<readonly string[]>().notNull(),
  active: integer("active").notNull(),
  createdAt: integer("created_at").notNull(),
  lastSignedInAt: integer("last_signed_in_at"),
});

/** Sign-ins that have begun. One is used up by being deleted. */
export const signIns = sqliteTable("sign_ins", {
  /** Of the code in the link, or of the state that the provider gives back. */
  digest: text("digest").primaryKey(),
  /** A digest of the secret of the browser that began; null for a link that the command line gave. */
  browser: text("browser"),
  emailIndex: integer("email_index"),
  /** Whom the link lets in; null where nobody has the address, and where a provider is asked. */
  person: text("person"),
  /** Sealed: what the provider's answer is held against. */
  checks: blob("checks", { mode: "buffer" }),
  expiresAt: integer("expires_at").notNull(),
});

/** Sessions that go on. One that has ended is deleted. */
export const sessions = sqliteTable("sessions", {
  id: text("id").primaryKey(),
  person: text("person").notNull(),
  /** Grows with each refresh: every secret but the latest is an old one. */
  generation: integer("generation").notNull(),
  /** Sealed: what the provider's own session is ended by. */
  idToken: blob("id_token", { mode: "buffer" }),
  startedAt: integer("started_at").notNull(),
  /** When its person last proved who they are; null where nobody knows. */
  signedInAt: integer("signed_in_at"),
  /** When it was last refreshed. */
  usedAt: integer("used_at").notNull(),
});
