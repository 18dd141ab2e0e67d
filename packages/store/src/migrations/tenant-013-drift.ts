/** How each back office was found beside what the mappings need of it, and how it was when everything fitted last. */
export const drift = `
CREATE TABLE drifts (
  connector TEXT PRIMARY KEY, state TEXT NOT NULL, looked_at INTEGER NOT NULL,
  findings TEXT NOT NULL, baseline TEXT
) STRICT, WITHOUT ROWID;
`;
