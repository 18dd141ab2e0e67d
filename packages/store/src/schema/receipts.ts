import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What a carrier said became of a message, also before we knew ourselves that it was handed over. */
export const receipts = sqliteTable("receipts", {
  message: text("message").primaryKey(),
  fate: text("fate", { enum: ["received", "bounced"] }).notNull(),
  /** Whether the next message to the same address would come back too. */
  lasting: integer("lasting", { mode: "boolean" }).notNull(),
  code: text("code"),
  at: integer("at").notNull(),
  /** Whether what follows from it was done. */
  applied: integer("applied", { mode: "boolean" }).notNull().default(false),
});
