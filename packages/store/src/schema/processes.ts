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
  emailIndex: integer("email_index"),
  phoneIndex: integer("phone_index"),
  postcodeIndex: integer("postcode_index"),
  surnameIndex: integer("surname_index"),
  /** Grants minted for an earlier generation are of no use. */
  grantGeneration: integer("grant_generation").notNull(),
  receivedAt: integer("received_at").notNull(),
  respondBy: integer("respond_by"),
  endedAt: integer("ended_at"),
});

export const drafts = sqliteTable("drafts", {
  id: text("id").primaryKey(),
  service: text("service").notNull(),
  version: integer("version").notNull(),
  /** Sealed: the answers so far. */
  answers: blob("answers", { mode: "buffer" }).notNull(),
  expiresAt: integer("expires_at").notNull(),
  /** The process that it became. */
  process: text("process"),
});
