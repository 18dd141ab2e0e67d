/**
 * What comes after the end of processes, and how often people look after theirs or ask for them.
 *
 * Counts say of which service, stage and day, and nothing else. A row of `not_fixed` says that somebody said so once; a
 * rating is there once for each process.
 */
export const endings = `
CREATE TABLE chase_counts (
  service TEXT NOT NULL, stage TEXT NOT NULL, ended INTEGER NOT NULL, day_in_stage INTEGER NOT NULL, day INTEGER NOT NULL,
  kind TEXT NOT NULL, about TEXT NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (service, day, stage, ended, day_in_stage, kind, about)
) STRICT, WITHOUT ROWID;
CREATE INDEX chase_counts_day ON chase_counts (day);
CREATE TABLE not_fixed (
  id TEXT PRIMARY KEY, process TEXT NOT NULL, rule TEXT NOT NULL CHECK (rule IN ('reopen','start-anew')), at INTEGER NOT NULL,
  draft TEXT, process_anew TEXT
) STRICT;
CREATE INDEX not_fixed_of ON not_fixed (process);
CREATE INDEX not_fixed_by_draft ON not_fixed (draft) WHERE draft IS NOT NULL;
CREATE TABLE ratings (
  process TEXT PRIMARY KEY, id TEXT NOT NULL, service TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('completed','closed','referred')),
  score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5), words BLOB, at INTEGER NOT NULL, forget_at INTEGER NOT NULL
) STRICT;
CREATE INDEX ratings_of ON ratings (service, id);
CREATE INDEX ratings_at ON ratings (service, at);
CREATE INDEX ratings_forget ON ratings (forget_at);
ALTER TABLE processes ADD COLUMN continues TEXT;
`;
