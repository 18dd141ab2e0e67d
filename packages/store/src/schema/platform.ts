import { blob, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const meta = sqliteTable("meta", {
  key: text("key").primaryKey(),
  value: text("value").notNull(),
});

/** Secrets of the tenant itself as JWE: signing keys, connector credentials. */
export const secrets = sqliteTable("secrets", {
  name: text("name").primaryKey(),
  jwe: text("jwe").notNull(),
  updatedAt: integer("updated_at").notNull(),
  /** Its last four characters, where they may be shown to tell one from another. */
  last4: text("last4"),
  /** The name of whoever set it, where somebody did. */
  setBy: text("set_by"),
});

export const brands = sqliteTable("brands", {
  id: text("id").primaryKey(),
  definition: text("definition").notNull(),
  logo: blob("logo", { mode: "buffer" }),
});

export const connectors = sqliteTable("connectors", {
  id: text("id").primaryKey(),
  definition: text("definition").notNull(),
  /** Where the last look for changes ended. */
  polledTo: integer("polled_to"),
  /** When the last look for changes ended well, by our clock. */
  lookedAt: integer("looked_at"),
});

/** Published versions never change; what runs keeps the version it began with. */
export const serviceVersions = sqliteTable(
  "service_versions",
  {
    service: text("service").notNull(),
    version: integer("version").notNull(),
    state: text("state", { enum: ["live", "replaced", "withdrawn"] }).notNull(),
    definition: text("definition").notNull(),
    publishedAt: integer("published_at").notNull(),
    /** Whether drafts of earlier versions have to move on. Only what was live once has it. */
    replacesDrafts: integer("replaces_drafts", { mode: "boolean" }).notNull().default(false),
    /** As the definition has it, for lists; null in versions that are older than this column. */
    title: text("title"),
    /** What was said of it when it was published, and by whom. */
    summary: text("summary"),
    publishedBy: text("published_by"),
    /** Whether it was never published, and lies here to be tried out: nobody reads it but what began with it. */
    trial: integer("trial", { mode: "boolean" }).notNull().default(false),
    /** The recipe that it was adopted from and the version that it has, as its definition says. */
    recipe: text("recipe"),
    recipeVersion: integer("recipe_version"),
    /** JSON: what citizens read once it is withdrawn. */
    exitWords: text("exit_words"),
  },
  (table) => [primaryKey({ columns: [table.service, table.version] })],
);

/** What was answered to a request that may come again. */
export const idempotency = sqliteTable("idempotency", {
  /** A digest of principal, route and key. */
  id: text("id").primaryKey(),
  requestDigest: text("request_digest").notNull(),
  /** Sealed: the answer. */
  response: blob("response", { mode: "buffer" }).notNull(),
  at: integer("at").notNull(),
});
