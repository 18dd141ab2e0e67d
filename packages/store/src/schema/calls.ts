import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Calls of the API by those who have a name here. Nothing in it was said by a caller but the request's id. */
export const calls = sqliteTable("calls", {
  seq: integer("seq").primaryKey(),
  at: integer("at").notNull(),
  callerKind: text("caller_kind", { enum: ["key", "back-office", "staff"] }).notNull(),
  /** The id of the key, the connector or the person. */
  caller: text("caller").notNull(),
  method: text("method").notNull(),
  /** The pattern, never the path: `/v1/processes/{id}`. */
  route: text("route").notNull(),
  status: integer("status").notNull(),
  /** The problem that it was refused with. */
  code: text("code"),
  durationMs: integer("duration_ms").notNull(),
  requestId: text("request_id").notNull(),
});

/** How many calls there were on a day; of staff and citizens all together, under no id. */
export const callCounts = sqliteTable(
  "call_counts",
  {
    /** Days since 1970, in UTC. */
    day: integer("day").notNull(),
    callerKind: text("caller_kind", {
      enum: ["key", "back-office", "staff", "citizen"],
    }).notNull(),
    caller: text("caller").notNull(),
    route: text("route").notNull(),
    outcome: text("outcome", { enum: ["ok", "refused", "failed"] }).notNull(),
    count: integer("count").notNull(),
  },
  ({ day, callerKind, caller, route, outcome }) => [
    primaryKey({ columns: [day, callerKind, caller, route, outcome] }),
  ],
);
