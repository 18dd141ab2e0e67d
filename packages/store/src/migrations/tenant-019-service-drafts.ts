/** Services in the making, the edits that made them, and what was said of each version. */
export const serviceDrafts = "";
