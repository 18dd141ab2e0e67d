import { blob, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** In the directory: every version of every recipe that can be adopted here. */
export const recipes = sqliteTable(
  "recipes",
  {
    id: text("id").notNull(),
    version: integer("version").notNull(),
    /** `own` of what was signed here, else the id of the trusted publisher whose key signed it. */
    origin: text("origin").notNull(),
    /** The tenant that shared it; null where it came by a file or with the platform. */
    tenant: text("tenant"),
    title: text("title").notNull(),
    summary: text("summary").notNull(),
    category: text("category"),
    publisher: text("publisher").notNull(),
    news: text("news").notNull(),
    sharedAt: integer("shared_at").notNull(),
    /** JSON: the signed file. */
    file: text("file").notNull(),
  },
  (table) => [primaryKey({ columns: [table.id, table.version] })],
);

/** In the directory: whose recipes are read besides those that were signed here. */
export const recipePublishers = sqliteTable("recipe_publishers", {
  kid: text("kid").primaryKey(),
  /** The id of their first key: a publisher may be called something else later, and sign with further keys. */
  publisher: text("publisher").notNull(),
  name: text("name").notNull(),
  /** The public key: 32 bytes in base64url. */
  key: text("key").notNull(),
  trustedAt: integer("trusted_at").notNull(),
});

/** In the directory: which versions of a recipe a tenant's services have, and nothing else of them. */
export const recipeTakers = sqliteTable(
  "recipe_takers",
  {
    tenant: text("tenant").notNull(),
    service: text("service").notNull(),
    recipe: text("recipe").notNull(),
    live: integer("live"),
    draft: integer("draft"),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.service, table.recipe] })],
);

/** In the directory: which version of a recipe has to be live by a day. */
export const recipeDeadlines = sqliteTable("recipe_deadlines", {
  recipe: text("recipe").primaryKey(),
  version: integer("version").notNull(),
  by: text("by_day").notNull(),
  why: text("why").notNull(),
  setBy: text("set_by").notNull(),
  setAt: integer("set_at").notNull(),
});

/** In a tenant's database: recipes as they were taken. */
export const takenRecipes = sqliteTable(
  "taken_recipes",
  {
    recipe: text("recipe").notNull(),
    version: integer("version").notNull(),
    /** Compressed JSON: the recipe whole. */
    body: blob("body", { mode: "buffer" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.recipe, table.version] })],
);

/** In a tenant's database: parts that stay as the recipe has them, since somebody has said so. */
export const recipeConfirmations = sqliteTable(
  "recipe_confirmations",
  {
    service: text("service").notNull(),
    part: text("part").notNull(),
    /** Of what the recipe said there then: once it says something else, it has to be confirmed anew. */
    digest: text("digest").notNull(),
    confirmedBy: text("confirmed_by").notNull(),
    confirmedAt: integer("confirmed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.service, table.part] })],
);
