/** What went round the circle to be tried out, and how far it has come, for whoever began it to follow. */
export const trialRuns = `
CREATE TABLE trial_runs (
  id TEXT PRIMARY KEY, service TEXT NOT NULL, seen_at INTEGER NOT NULL, ended INTEGER NOT NULL,
  result BLOB NOT NULL
) STRICT;
`;
