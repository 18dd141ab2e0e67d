import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

const state = () => text("state", { enum: ["new", "dealt-with"] }).notNull();

/** What people say is wrong with a page. */
export const feedback = sqliteTable("feedback", {
  id: text("id").primaryKey(),
  /** Empty where it is of a page of the council's own. */
  service: text("service").notNull(),
  version: integer("version"),
  page: text("page").notNull(),
  /** Empty where it is of the page as a whole. */
  question: text("question").notNull(),
  /** Sealed: what was said, and the e-mail address for an answer. */
  details: blob("details", { mode: "buffer" }).notNull(),
  state: state(),
  at: integer("at").notNull(),
  dealtWithAt: integer("dealt_with_at"),
  dealtWithBy: text("dealt_with_by"),
  /** Sealed: what was noted when it was dealt with. */
  note: blob("note", { mode: "buffer" }),
});

/** Services that are shown by a link before they are published. */
export const previews = sqliteTable("previews", {
  id: text("id").primaryKey(),
  service: text("service").notNull(),
  name: text("name").notNull(),
  /** JSON: the definition, as it was checked and found readable. */
  definition: text("definition").notNull(),
  /** Of the key in the link. */
  digest: text("digest").notNull(),
  /** Whether those with the link see what others have said. */
  showsComments: integer("shows_comments", { mode: "boolean" }).notNull(),
  sharedAt: integer("shared_at").notNull(),
  sharedBy: text("shared_by").notNull(),
  expiresAt: integer("expires_at").notNull(),
  endedAt: integer("ended_at"),
});

/** What somebody has filled in on the pages of a preview: it is sent to nobody. */
export const previewAnswers = sqliteTable("preview_answers", {
  /** Of the secret that their browser keeps. */
  digest: text("digest").primaryKey(),
  preview: text("preview").notNull(),
  /** Sealed. */
  answers: blob("answers", { mode: "buffer" }).notNull(),
  expiresAt: integer("expires_at").notNull(),
});

export const previewComments = sqliteTable("preview_comments", {
  id: text("id").primaryKey(),
  preview: text("preview").notNull(),
  page: text("page").notNull(),
  question: text("question").notNull(),
  /** Sealed: who says what. */
  details: blob("details", { mode: "buffer" }).notNull(),
  state: state(),
  at: integer("at").notNull(),
  dealtWithAt: integer("dealt_with_at"),
  dealtWithBy: text("dealt_with_by"),
});

/** Drafts that a member of staff fills in for a caller. */
export const assistedDrafts = sqliteTable("assisted_drafts", {
  draft: text("draft").primaryKey(),
  channel: text("channel", { enum: ["phone", "in-person", "letter"] }).notNull(),
  /** Who fills it in, and the session of theirs that has to go on meanwhile. */
  person: text("person").notNull(),
  session: text("session").notNull(),
  /** Where that is a session at another tenant: the agreement under which it is filled in. */
  agreement: text("agreement"),
  /** Of the code that opens it in the officer's browser, until it is used. */
  digest: text("digest"),
  opensUntil: integer("opens_until").notNull(),
});
