import { blob, integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Where open requests are that anybody may see. */
export const publicPlaces = sqliteTable("public_places", {
  process: text("process").primaryKey(),
  service: text("service").notNull(),
  latitude: real("latitude").notNull(),
  longitude: real("longitude").notNull(),
  /** The square of the map that it lies in. */
  cell: integer("cell").notNull(),
  uprn: text("uprn"),
  receivedAt: integer("received_at").notNull(),
});

/** Who is told of another's request, or has asked to be. */
export const followers = sqliteTable("followers", {
  id: text("id").primaryKey(),
  process: text("process").notNull(),
  emailIndex: integer("email_index").notNull(),
  /** Sealed: the e-mail address, and the language of the letters. */
  details: blob("details", { mode: "buffer" }).notNull(),
  /** When they were last sent a link to confirm it. */
  askedAt: integer("asked_at").notNull(),
  confirmedAt: integer("confirmed_at"),
  /** The duplicate that they sent themselves: they are told whatever the service says of others. */
  mergedFrom: text("merged_from"),
});
