import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** A dataset without its rows; the digest is of all it says. */
export const datasets = sqliteTable("datasets", {
  id: text("id").primaryKey(),
  columns: text("columns").notNull(),
  digest: text("digest").notNull(),
});

export const datasetRows = sqliteTable(
  "dataset_rows",
  {
    dataset: text("dataset").notNull(),
    /** The first cell. */
    key: text("key").notNull(),
    cells: text("cells").notNull(),
  },
  (table) => [primaryKey({ columns: [table.dataset, table.key] })],
);

export const schemaSets = sqliteTable("schema_sets", {
  id: text("id").primaryKey(),
  definition: text("definition").notNull(),
  digest: text("digest").notNull(),
});

/** A back office's code lists as it last gave them. */
export const codeLists = sqliteTable(
  "code_lists",
  {
    connector: text("connector").notNull(),
    list: text("list").notNull(),
    codes: text("codes").notNull(),
    fetchedAt: integer("fetched_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connector, table.list] })],
);

/** What the folder said that was applied last; gone as soon as anything was changed by another way. */
export const appliedFolder = sqliteTable("applied_folder", {
  one: integer("one").primaryKey(),
  digest: text("digest").notNull(),
});
