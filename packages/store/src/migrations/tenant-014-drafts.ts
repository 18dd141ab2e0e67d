/** How far a draft has come, how it is kept for somebody's return, and which versions drafts have to move on to. */
export const drafts = `
ALTER TABLE drafts ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
ALTER TABLE drafts ADD COLUMN journey TEXT NOT NULL DEFAULT '{"seen":[],"asks":[]}';
CREATE INDEX drafts_expires ON drafts (expires_at);
CREATE TABLE draft_returns (
  draft TEXT PRIMARY KEY, email_index INTEGER NOT NULL, details BLOB NOT NULL,
  fact_kind TEXT NOT NULL, fact_hash BLOB NOT NULL, reminds INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_returns_email ON draft_returns (email_index);
CREATE TABLE draft_links (
  digest TEXT PRIMARY KEY, draft TEXT NOT NULL, email_index INTEGER NOT NULL, wrong INTEGER NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_links_draft ON draft_links (draft);
CREATE INDEX draft_links_email ON draft_links (email_index, at);
ALTER TABLE service_versions ADD COLUMN replaces_drafts INTEGER NOT NULL DEFAULT 0;
`;
