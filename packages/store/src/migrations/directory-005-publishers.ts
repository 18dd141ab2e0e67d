/**
 * A publisher is known by the id of their first key, and may be called something else and sign with further keys.
 *
 * Until here recipes were known by what their publisher was called.
 */
export const publishers = `
ALTER TABLE recipe_publishers ADD COLUMN publisher TEXT NOT NULL DEFAULT '';
UPDATE recipe_publishers SET publisher =
  (SELECT kid FROM recipe_publishers AS first WHERE first.name = recipe_publishers.name
    ORDER BY trusted_at, kid LIMIT 1);
UPDATE recipes SET origin =
  coalesce((SELECT publisher FROM recipe_publishers WHERE name = recipes.origin LIMIT 1), origin)
  WHERE origin <> 'own';
`;
