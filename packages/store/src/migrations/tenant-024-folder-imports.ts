/** What a folder would change, kept until somebody approves it or its time is over. */
export const folderImports = `
CREATE TABLE folder_imports (
  id TEXT PRIMARY KEY, made_at INTEGER NOT NULL, made_by TEXT NOT NULL, approved_at INTEGER,
  approved_by TEXT, digest TEXT NOT NULL, basis TEXT NOT NULL, plan TEXT NOT NULL,
  contents BLOB
) STRICT;
`;
