/** Which of the staff follow which case, and up to which event they have seen it. */
export const caseFollowers = `
CREATE TABLE case_followers (
  person TEXT NOT NULL, process TEXT NOT NULL, seen INTEGER NOT NULL, PRIMARY KEY (person, process)
) STRICT, WITHOUT ROWID;
`;
