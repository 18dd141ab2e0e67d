/** What stands beside the pages of a form, at addresses of the same kind. */
const pages: ReadonlySet<string> = new Set([
  "check-your-answers",
  "confirmation",
  "privacy",
  "save-for-later",
  "send-my-link",
  "tasks",
  "what-changed",
]);

/** What the fields and buttons are called that stand beside the questions of a page. */
const questions: ReadonlySet<string> = new Set([
  "add",
  "back",
  "later",
  "place",
  "remove",
  "revision",
]);

const reserved: Readonly<Record<string, ReadonlySet<string>>> = { pages, questions };

/** Tell whether every form needs a name itself, for an item of the list `pages` or `questions`. */
export function isReserved(list: string, name: string): boolean {
  return reserved[list]?.has(name) ?? false;
}
