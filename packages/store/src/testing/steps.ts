import type { Migration } from "../migrations/index.ts";

/** Steps that take long enough to be killed in. */
export const steps: readonly Migration[] = [1, 2, 3].map((step) => ({
  name: `00${step}-fill`,
  sql: `CREATE TABLE filled_${step} (n INTEGER NOT NULL) STRICT;
    CREATE TRIGGER kept_${step} BEFORE DELETE ON filled_${step}
    BEGIN
      SELECT RAISE(ABORT, 'kept');
    END;
    WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < 3000)
    INSERT INTO filled_${step} SELECT n FROM count;`,
}));
