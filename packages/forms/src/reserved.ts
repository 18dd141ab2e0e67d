/** What stands beside the pages of a form, at addresses of the same kind. */
const reserved: ReadonlySet<string> = new Set([
  "check-your-answers",
  "confirmation",
  "is-it-one-of-these",
  "privacy",
  "save-for-later",
  "send-my-link",
  "tasks",
  "what-changed",
]);

/** Tell whether every form needs the name of a page itself. */
export function isReserved(page: string): boolean {
  return reserved.has(page);
}
