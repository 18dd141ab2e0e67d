/** Alarms, replays and what was found out of step. */
export const mending = `
SELECT 1;
`;
