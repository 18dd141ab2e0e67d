/**
 * Which recipe a service was adopted from, beside its definition so that a list reads none; the recipes as they were
 * taken, which upgrades begin from; and what was confirmed as the recipe has it.
 */
export const recipes = `
ALTER TABLE service_versions ADD COLUMN recipe TEXT;
ALTER TABLE service_versions ADD COLUMN recipe_version INTEGER;
ALTER TABLE service_drafts ADD COLUMN recipe TEXT;
ALTER TABLE service_drafts ADD COLUMN recipe_version INTEGER;
CREATE INDEX service_versions_recipe ON service_versions (state, recipe, service, recipe_version)
  WHERE recipe IS NOT NULL;
CREATE TABLE taken_recipes (
  recipe TEXT NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (recipe, version)
) STRICT;
CREATE TABLE recipe_confirmations (
  service TEXT NOT NULL, part TEXT NOT NULL, digest TEXT NOT NULL, confirmed_by TEXT NOT NULL,
  confirmed_at INTEGER NOT NULL, PRIMARY KEY (service, part)
) STRICT;
`;
