/** Synchronisation both ways. */
export const synchronisation = `
SELECT 1;
`;
