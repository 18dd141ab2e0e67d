import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Attempts to pay for a process. */
export const payments = sqliteTable("payments", {
  id: text("id").primaryKey(),
  process: text("process").notNull(),
  step: text("step").notNull(),
  connector: text("connector").notNull(),
  /** In pence. */
  amount: integer("amount").notNull(),
  status: text("status", {
    enum: ["new", "created", "started", "submitted", "paid", "failed", "cancelled", "expired"],
  }).notNull(),
  /** What the provider calls it. */
  reference: text("reference"),
  /** Sealed and frozen: what the provider is asked at every attempt. */
  orderSent: blob("order_sent", { mode: "buffer" }),
  /** Sealed: where the citizen pays. */
  nextUrl: blob("next_url", { mode: "buffer" }),
  lastCode: text("last_code"),
  /** 1 once its citizen was told that it is still to be paid. */
  reminded: integer("reminded").notNull(),
  /** 1 once the process has gone on without it. */
  waived: integer("waived").notNull(),
  createdAt: integer("created_at").notNull(),
  endedAt: integer("ended_at"),
  /** When somebody should look at it again; null when there is nothing more to see. */
  lookAt: integer("look_at"),
});
