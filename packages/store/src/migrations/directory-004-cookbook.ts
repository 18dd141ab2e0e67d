/**
 * The recipes that tenants share and adopt, whose recipes are trusted, who has taken which, and what has to be taken.
 *
 * `secrets` keeps the key that recipes are signed with here.
 */
export const cookbook = `
CREATE TABLE secrets (
  name TEXT PRIMARY KEY, jwe TEXT NOT NULL, updated_at INTEGER NOT NULL, last4 TEXT
) STRICT;
CREATE TABLE recipes (
  id TEXT NOT NULL, version INTEGER NOT NULL, origin TEXT NOT NULL, tenant TEXT,
  title TEXT NOT NULL, summary TEXT NOT NULL, category TEXT, publisher TEXT NOT NULL, news TEXT NOT NULL,
  shared_at INTEGER NOT NULL, file TEXT NOT NULL, PRIMARY KEY (id, version)
) STRICT;
CREATE INDEX recipes_listed
  ON recipes (id, version, origin, tenant, title, summary, category, publisher, news, shared_at);
CREATE TABLE recipe_publishers (
  kid TEXT PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL, trusted_at INTEGER NOT NULL
) STRICT;
CREATE TABLE recipe_takers (
  tenant TEXT NOT NULL, service TEXT NOT NULL, recipe TEXT NOT NULL, live INTEGER, draft INTEGER,
  PRIMARY KEY (tenant, service, recipe)
) STRICT;
CREATE INDEX recipe_takers_recipe ON recipe_takers (recipe);
CREATE TABLE recipe_deadlines (
  recipe TEXT PRIMARY KEY, version INTEGER NOT NULL, by_day TEXT NOT NULL, why TEXT NOT NULL,
  set_by TEXT NOT NULL, set_at INTEGER NOT NULL
) STRICT;
`;
