/** What one tenant lets the officers of another do for its callers; who approved it for each side, and who ended it. */
export const agreements = `
CREATE TABLE agreements (
  id TEXT PRIMARY KEY, owner TEXT NOT NULL, serving TEXT NOT NULL, purpose TEXT NOT NULL, services TEXT,
  ends_at INTEGER NOT NULL, proposed_by TEXT NOT NULL, proposed_at INTEGER NOT NULL,
  owner_approval TEXT, serving_approval TEXT, ended TEXT
) STRICT;
CREATE INDEX agreements_of_owner ON agreements (owner, id);
CREATE INDEX agreements_of_serving ON agreements (serving, id);
`;
