import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Tx } from "../db.ts";
import type { NewOutboxRow } from "../outbox.ts";

/** The outbox as it was before a delivery had an operation and a lane. */
export const firstOutbox = sqliteTable("outbox", {
  id: text("id").primaryKey(),
  process: text("process").notNull(),
  kind: text("kind").notNull(),
  purpose: text("purpose").notNull(),
  destination: text("destination").notNull(),
  event: integer("event").notNull(),
  state: text("state").notNull(),
  generation: integer("generation").notNull(),
  attempts: integer("attempts").notNull(),
  nextAt: integer("next_at").notNull(),
  leaseUntil: integer("lease_until").notNull(),
  giveUpAt: integer("give_up_at").notNull(),
  body: blob("body", { mode: "buffer" }),
  reference: text("reference"),
  lastCode: text("last_code"),
  settledAt: integer("settled_at"),
});

/** Owe something as the platform did then. */
export async function insertFirst(
  tx: Tx,
  { body, leaseUntil, ...row }: NewOutboxRow,
  changes: Partial<typeof firstOutbox.$inferInsert> = {},
): Promise<void> {
  const sealed = body === undefined ? null : tx.vault.seal({ table: "outbox", row: row.id }, body);
  const fresh = { state: "pending", generation: 0, attempts: 0, leaseUntil: leaseUntil ?? 0 };
  await tx.writes
    .insert(firstOutbox)
    .values({ ...row, ...fresh, body: sealed, ...changes })
    .run();
}
