/**
 * The shapes of what receivers take, as mappings are made for them.
 *
 * Fields stand last in their rows, so that a list of targets reads none of them.
 */
export const targets = `
CREATE TABLE targets (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, source TEXT NOT NULL, format TEXT NOT NULL CHECK (format IN ('json','xml')),
  root TEXT, namespaces TEXT, remarks TEXT NOT NULL, field_count INTEGER NOT NULL, required_count INTEGER NOT NULL,
  read_at INTEGER NOT NULL, fields TEXT NOT NULL
) STRICT;
`;
