import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The imports of the council's own addresses, and which of them is in use. */
export const gazetteers = sqliteTable("gazetteers", {
  generation: integer("generation").primaryKey(),
  addresses: integer("addresses").notNull(),
  importedAt: integer("imported_at").notNull(),
  inUse: integer("in_use").notNull(),
});

export const gazetteerAddresses = sqliteTable(
  "gazetteer_addresses",
  {
    generation: integer("generation").notNull(),
    uprn: text("uprn").notNull(),
    line1: text("line1").notNull(),
    line2: text("line2"),
    town: text("town").notNull(),
    /** In capitals, with its space. */
    postcode: text("postcode"),
    custodian: text("custodian").notNull(),
    easting: integer("easting").notNull(),
    northing: integer("northing").notNull(),
  },
  (table) => [primaryKey({ columns: [table.generation, table.uprn] })],
);

/** The words that an address is found by. */
export const gazetteerWords = sqliteTable(
  "gazetteer_words",
  {
    generation: integer("generation").notNull(),
    word: text("word").notNull(),
    uprn: text("uprn").notNull(),
  },
  (table) => [primaryKey({ columns: [table.generation, table.word, table.uprn] })],
);
