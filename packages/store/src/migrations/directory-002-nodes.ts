/** Which processes there are, and which tenants each of them holds. */
export const nodes = `
SELECT 1;
`;
