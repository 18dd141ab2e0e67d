import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** A named person of a tenant who approved or ended an agreement. */
export interface Signature {
  readonly tenant: string;
  readonly person: string;
  readonly name: string;
  readonly at: number;
}

/** In the directory: what one tenant lets the officers of another do for its callers. */
export const agreements = sqliteTable("agreements", {
  id: text("id").primaryKey(),
  owner: text("owner").notNull(),
  serving: text("serving").notNull(),
  purpose: text("purpose").notNull(),
  /** JSON; null for all. */
  services: text("services", { mode: "json" }).$type<readonly string[]>(),
  endsAt: integer("ends_at").notNull(),
  proposedBy: text("proposed_by", { enum: ["owner", "serving"] }).notNull(),
  proposedAt: integer("proposed_at").notNull(),
  ownerApproval: text("owner_approval", { mode: "json" }).$type<Signature>(),
  servingApproval: text("serving_approval", { mode: "json" }).$type<Signature>(),
  ended: text("ended", { mode: "json" }).$type<Signature>(),
});
