/** What each state of a service is called, and its colour. */
export const stateWords = {
  live: { words: "Live", colour: "green" },
  withdrawn: { words: "Withdrawn", colour: "grey" },
  "never-published": { words: "Not published yet", colour: "blue" },
} as const;
