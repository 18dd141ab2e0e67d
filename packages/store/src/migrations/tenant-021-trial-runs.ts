/**
 * What went round the circle to be tried out, and how far it has come, for whoever began it to follow.
 *
 * Versions that were only tried are marked; the mark is in the index, so that a list of versions reads no definition.
 */
export const trialRuns = `
CREATE TABLE trial_runs (
  id TEXT PRIMARY KEY, service TEXT NOT NULL, seen_at INTEGER NOT NULL, ended INTEGER NOT NULL,
  result BLOB NOT NULL
) STRICT;
ALTER TABLE service_versions ADD COLUMN trial INTEGER NOT NULL DEFAULT 0;
DROP INDEX service_versions_listed;
CREATE INDEX service_versions_listed
  ON service_versions (service, version, state, trial, published_at, title, summary, published_by);
`;
