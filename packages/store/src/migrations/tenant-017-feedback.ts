/**
 * What people say of a page, who may look at a service before it is published and what they say of it, and which drafts
 * a member of staff fills in for a caller.
 *
 * Feedback has an empty service where it is of a page of the council's own, and an empty question where it is of a page
 * as a whole.
 */
export const feedback = `
CREATE TABLE feedback (
  id TEXT PRIMARY KEY, service TEXT NOT NULL, version INTEGER, page TEXT NOT NULL, question TEXT NOT NULL,
  details BLOB NOT NULL, state TEXT NOT NULL CHECK (state IN ('new','dealt-with')), at INTEGER NOT NULL,
  dealt_with_at INTEGER, dealt_with_by TEXT, note BLOB
) STRICT;
CREATE INDEX feedback_of ON feedback (service, id);
CREATE INDEX feedback_at ON feedback (at);
CREATE INDEX feedback_waiting ON feedback (service) WHERE state = 'new';
CREATE TABLE previews (
  id TEXT PRIMARY KEY, service TEXT NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL, digest TEXT NOT NULL,
  shows_comments INTEGER NOT NULL, shared_at INTEGER NOT NULL, shared_by TEXT NOT NULL, expires_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE UNIQUE INDEX previews_by_key ON previews (digest);
CREATE INDEX previews_of ON previews (service, id);
CREATE TABLE preview_answers (
  digest TEXT PRIMARY KEY, preview TEXT NOT NULL, answers BLOB NOT NULL, expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX preview_answers_of ON preview_answers (preview);
CREATE INDEX preview_answers_expire ON preview_answers (expires_at);
CREATE TABLE preview_comments (
  id TEXT PRIMARY KEY, preview TEXT NOT NULL, page TEXT NOT NULL, question TEXT NOT NULL, details BLOB NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('new','dealt-with')), at INTEGER NOT NULL,
  dealt_with_at INTEGER, dealt_with_by TEXT
) STRICT;
CREATE INDEX preview_comments_of ON preview_comments (preview, page, id);
CREATE TABLE assisted_drafts (
  draft TEXT PRIMARY KEY, channel TEXT NOT NULL CHECK (channel IN ('phone','in-person','letter')),
  person TEXT NOT NULL, session TEXT NOT NULL, digest TEXT, opens_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX assisted_drafts_by_code ON assisted_drafts (digest) WHERE digest IS NOT NULL;
ALTER TABLE processes ADD COLUMN channel TEXT NOT NULL DEFAULT 'online'
  CHECK (channel IN ('online','phone','in-person','letter','api'));
`;
