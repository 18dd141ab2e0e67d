/** Which processes there are, and which tenants each of them holds. */
export const nodes = `
CREATE TABLE nodes (
  id TEXT PRIMARY KEY, address TEXT NOT NULL, roles TEXT NOT NULL,
  started_at INTEGER NOT NULL, seen_at INTEGER NOT NULL
) STRICT;
CREATE TABLE leases (
  tenant TEXT PRIMARY KEY, node TEXT, term INTEGER NOT NULL, until INTEGER NOT NULL, next_due INTEGER
) STRICT;
CREATE INDEX leases_node ON leases (node);
`;
