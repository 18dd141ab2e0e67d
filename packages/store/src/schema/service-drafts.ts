import { blob, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Services in the making, one of each service at most. */
export const serviceDrafts = sqliteTable("service_drafts", {
  service: text("service").primaryKey(),
  title: text("title").notNull(),
  /** Counts on from draft to draft of the same service, so that no number ever means two things. */
  revision: integer("revision").notNull(),
  /** The revision that this draft began with. */
  begun: integer("begun").notNull(),
  basedOn: integer("based_on"),
  changedAt: integer("changed_at").notNull(),
  changedBy: text("changed_by").notNull(),
  scheduledAt: integer("scheduled_at"),
  /** JSON: what was said of it, by whom, the revision that goes live, and in whose place. */
  scheduled: text("scheduled"),
  /** JSON: how its scenarios ended last, and at which revision. */
  tried: text("tried"),
  /** The recipe that it was adopted from and the version that it has, as its definition says. */
  recipe: text("recipe"),
  recipeVersion: integer("recipe_version"),
  /** JSON: as the builder left it. */
  definition: text("definition").notNull(),
  /** JSON: what goes live, whatever is edited meanwhile. */
  scheduledDefinition: text("scheduled_definition"),
});

/** What was done to a draft at once. */
export const serviceDraftRevisions = sqliteTable(
  "service_draft_revisions",
  {
    service: text("service").notNull(),
    revision: integer("revision").notNull(),
    kind: text("kind", {
      enum: ["begun", "edited", "replaced", "undone", "taken-in", "published", "discarded"],
    }).notNull(),
    at: integer("at").notNull(),
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id").notNull(),
    actorName: text("actor_name").notNull(),
    /** The revision that it took back. */
    undoes: integer("undoes"),
    /** The live version that the draft was based on before. */
    basedOn: integer("based_on"),
    /** JSON: the paths of the parts that were changed. */
    touched: text("touched").notNull(),
    /** JSON: what was otherwise afterwards, in words. */
    differences: text("differences").notNull(),
    /** How many differences were left out of them. */
    more: integer("more").notNull(),
    /** Compressed: the definition before, as long as it can be taken back. */
    before: blob("before", { mode: "buffer" }),
  },
  (table) => [primaryKey({ columns: [table.service, table.revision] })],
);
