/**
 * Services in the making, what was done to them, and what was said of each version.
 *
 * Definitions stand last in their rows, so that lists read none of their pages; the index holds all that is listed of
 * versions, for the same reason.
 */
export const serviceDrafts = `
CREATE TABLE service_drafts (
  service TEXT PRIMARY KEY, title TEXT NOT NULL, revision INTEGER NOT NULL, begun INTEGER NOT NULL,
  based_on INTEGER, changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
  scheduled_at INTEGER, scheduled TEXT, tried TEXT, definition TEXT NOT NULL, scheduled_definition TEXT
) STRICT;
CREATE INDEX service_drafts_scheduled ON service_drafts (scheduled_at) WHERE scheduled_at IS NOT NULL;
CREATE TABLE service_draft_revisions (
  service TEXT NOT NULL, revision INTEGER NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL,
  actor_kind TEXT NOT NULL, actor_id TEXT NOT NULL, actor_name TEXT NOT NULL, undoes INTEGER,
  based_on INTEGER, touched TEXT NOT NULL, differences TEXT NOT NULL, more INTEGER NOT NULL, before BLOB,
  PRIMARY KEY (service, revision)
) STRICT;
ALTER TABLE service_versions ADD COLUMN title TEXT;
ALTER TABLE service_versions ADD COLUMN summary TEXT;
ALTER TABLE service_versions ADD COLUMN published_by TEXT;
ALTER TABLE service_versions ADD COLUMN exit_words TEXT;
CREATE INDEX service_versions_listed
  ON service_versions (service, version, state, published_at, title, summary, published_by);
`;
