import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const processes = sqliteTable("processes", {
  id: text("id").primaryKey(),
  reference: text("reference").notNull(),
  service: text("service").notNull(),
  version: integer("version").notNull(),
  status: text("status", { enum: ["open", "completed", "closed", "referred"] }).notNull(),
  stage: text("stage").notNull(),
  /** Sealed: the answers. */
  answers: blob("answers", { mode: "buffer" }).notNull(),
  /** Sealed: the answers as they hold now, where staff have put some right. */
  corrected: blob("corrected", { mode: "buffer" }),
  emailIndex: integer("email_index"),
  phoneIndex: integer("phone_index"),
  postcodeIndex: integer("postcode_index"),
  surnameIndex: integer("surname_index"),
  /** Grants minted for an earlier generation are of no use. */
  grantGeneration: integer("grant_generation").notNull(),
  receivedAt: integer("received_at").notNull(),
  respondBy: integer("respond_by"),
  endedAt: integer("ended_at"),
  /** How it came in. */
  channel: text("channel", { enum: ["online", "phone", "in-person", "letter", "api"] }).notNull(),
  /** What its messages are written in. */
  language: text("language", { enum: ["en", "cy"] }).notNull(),
  /** The process that was not dealt with for its citizen, who began this one from it. */
  continues: text("continues"),
  /** The process that this one was a duplicate of. */
  mergedInto: text("merged_into"),
  /** The channels that its person can be told by, by a comma; by e-mail where it is null and they gave an address. */
  toldBy: text("told_by"),
  /** The ward that it is about, where its service asks for one of a list. */
  ward: text("ward"),
  /** How many working days it took to end. */
  workingDays: integer("working_days"),
});

/** Which pages of a draft were answered or passed over, and which questions came or changed since it began. */
export interface DraftJourney {
  readonly seen: readonly string[];
  readonly asks: readonly string[];
}

export const drafts = sqliteTable("drafts", {
  id: text("id").primaryKey(),
  service: text("service").notNull(),
  version: integer("version").notNull(),
  /** Sealed: the answers so far. */
  answers: blob("answers", { mode: "buffer" }).notNull(),
  expiresAt: integer("expires_at").notNull(),
  /** The process that it became. */
  process: text("process"),
  /** Whether somebody has a way to come back to it. */
  kept: integer("kept", { mode: "boolean" }).notNull().default(false),
  journey: text("journey", { mode: "json" })
    .$type<DraftJourney>()
    .notNull()
    .default({ seen: [], asks: [] }),
});

/** Who comes back to a draft, and what they know. */
export const draftReturns = sqliteTable("draft_returns", {
  draft: text("draft").primaryKey(),
  emailIndex: integer("email_index").notNull(),
  /** Sealed: the e-mail address, and the language of the letters. */
  details: blob("details", { mode: "buffer" }).notNull(),
  factKind: text("fact_kind", { enum: ["postcode", "date", "word"] }).notNull(),
  /** An HMAC under the tenant's own key: what somebody chose is not written down. */
  factHash: blob("fact_hash", { mode: "buffer" }).notNull(),
  /** Whether a reminder is still to be sent. */
  reminds: integer("reminds", { mode: "boolean" }).notNull(),
});

/** The links that were sent, by a digest of what is secret in them. */
export const draftLinks = sqliteTable("draft_links", {
  digest: text("digest").primaryKey(),
  draft: text("draft").notNull(),
  emailIndex: integer("email_index").notNull(),
  /** How often the fact was wrong since it was last right. */
  wrong: integer("wrong").notNull(),
  at: integer("at").notNull(),
});
