import type { Desk, Office } from "../environment.ts";

/** What keys do, wherever somebody is in the console or on the page that is named. */
export const shortcuts = [
  { keys: ["?"], does: "Show this page" },
  { keys: ["g", "h"], does: "Go to the first page" },
  { keys: ["g", "w"], does: "Go to Work" },
  { keys: ["g", "f"], does: "Go to Find a case" },
  { keys: ["j"], does: "In Work: go to the next task" },
  { keys: ["k"], does: "In Work: go to the task before" },
  { keys: ["x"], does: "In Work: choose the task, or choose it no more" },
  { keys: ["n"], does: "In a case: write a note" },
  { keys: ["c"], does: "In a case: complete its first task" },
] as const;

/** Where keys lead from any page, as the script reads it; only what this person may see. */
export function leadsOf({ at }: Office, { scopes }: Desk): string {
  return JSON.stringify({
    "?": at.shortcuts,
    "g h": at.root,
    ...(scopes.has("tasks:read") && { "g w": at.work }),
    ...(scopes.has("processes:read") && { "g f": at.cases }),
  });
}
