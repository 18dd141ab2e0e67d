/** The first shape of the directory: which tenants there are, where they live, and their wrapped keys. */
export const begin = `
CREATE TABLE tenants (
  id TEXT PRIMARY KEY, definition TEXT NOT NULL, url TEXT NOT NULL, auth_token TEXT,
  wrapped_key TEXT NOT NULL, created_at INTEGER NOT NULL, made INTEGER NOT NULL
) STRICT;
CREATE TABLE key_index (key_id TEXT PRIMARY KEY, tenant TEXT NOT NULL) STRICT;
`;
