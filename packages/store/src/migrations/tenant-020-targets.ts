/** The shapes of what receivers take, as mappings are made for them. */
export const targets = "";
