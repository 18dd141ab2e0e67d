import { blob, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Every change that was taken in of a back office's cases. */
export const seenChanges = sqliteTable(
  "seen_changes",
  {
    connector: text("connector").notNull(),
    reference: text("reference").notNull(),
    changeKey: text("change_key").notNull(),
    /** When it was made, as the back office says. */
    at: integer("at").notNull(),
    seenAt: integer("seen_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connector, table.reference, table.changeKey] })],
);

/** What each case of a back office stood at last. */
export const records = sqliteTable(
  "records",
  {
    connector: text("connector").notNull(),
    /** What the back office calls it; the process itself, where it speaks of that. */
    record: text("record").notNull(),
    process: text("process").notNull(),
    /** The latest change that was taken in of it. */
    changeKey: text("change_key"),
    /** The status that it left for the one it stands at. */
    before: text("before"),
    status: text("status"),
    /** 0 while nobody has said what its status means. */
    mapped: integer("mapped").notNull(),
    at: integer("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connector, table.record] })],
);

/** Every status that came from a back office, by service. */
export const statusesSeen = sqliteTable(
  "statuses_seen",
  {
    connector: text("connector").notNull(),
    service: text("service").notNull(),
    external: text("external").notNull(),
    firstAt: integer("first_at").notNull(),
    lastAt: integer("last_at").notNull(),
    count: integer("count").notNull(),
    /** Whether it meant something when it was seen last. */
    mapped: integer("mapped").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connector, table.service, table.external] })],
);

/** What has become known of a process beside its answers. */
export const containers = sqliteTable("containers", {
  process: text("process").primaryKey(),
  /** Sealed: who, where, which flags. */
  details: blob("details", { mode: "buffer" }).notNull(),
  updatedAt: integer("updated_at").notNull(),
});

/** Which of our notes a back office's note became. */
export const noteSources = sqliteTable(
  "note_sources",
  {
    connector: text("connector").notNull(),
    record: text("record").notNull(),
    key: text("key").notNull(),
    note: text("note").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connector, table.record, table.key] })],
);
