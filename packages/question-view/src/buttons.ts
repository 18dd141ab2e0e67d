/** The buttons of a page of questions. No question can be called so: its name has no hyphen. */
export const buttons = {
  back: "go-back",
  later: "save-for-later",
  /** Another item for a list, and one item less. */
  add: "add-item",
  remove: "remove-item",
  /** A step of finding an address or a place, such as `find:address`. */
  place: "place-step",
} as const;
