/**
 * Cases as the staff of a council work them: whose a task is, what was put right, what was a duplicate, and who has a case open.
 *
 * The lists of work are read by their indexes alone: of a team or a person, soonest due first, those without a day last.
 * Only what is still to do lies in them, so they stay small however much has ended.
 */
export const cases = `
ALTER TABLE tasks ADD COLUMN assignee TEXT;
CREATE INDEX tasks_of_team ON tasks (team, coalesce(due_at, 9007199254740991), id) WHERE state IN ('open','in-progress');
CREATE INDEX tasks_of_assignee ON tasks (assignee, coalesce(due_at, 9007199254740991), id) WHERE state IN ('open','in-progress');
CREATE INDEX tasks_by_day ON tasks (coalesce(due_at, 9007199254740991), id) WHERE state IN ('open','in-progress');
ALTER TABLE people ADD COLUMN teams TEXT NOT NULL DEFAULT '[]';
ALTER TABLE processes ADD COLUMN corrected BLOB;
ALTER TABLE processes ADD COLUMN merged_into TEXT;
CREATE TABLE corrections (
  id TEXT PRIMARY KEY, process TEXT NOT NULL, question TEXT NOT NULL, details BLOB NOT NULL, author TEXT NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE INDEX corrections_of ON corrections (process, id);
ALTER TABLE followers ADD COLUMN merged_from TEXT;
CREATE TABLE case_viewers (
  process TEXT NOT NULL, person TEXT NOT NULL, seen_at INTEGER NOT NULL, PRIMARY KEY (process, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_viewers_seen ON case_viewers (seen_at);
`;
