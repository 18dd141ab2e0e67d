/** Who set a secret, as every table of secrets has it; what the installation keeps of its own was set by nobody. */
export const setBy = `
ALTER TABLE secrets ADD COLUMN set_by TEXT;
`;
