import { notKnown, shortcomings } from "@guildhall/builder";
import type { z } from "zod";
import type { Path } from "./fault.ts";
import type { Data } from "./overlay.ts";

interface Said {
  readonly path: Path;
  readonly sentence: string;
}

/** Say in plain sentences what a schema found wrong, each with its place. */
export function sentencesFor(issue: z.core.$ZodIssue, whole: Data): Said[] {
  return shortcomings(issue, whole).map(({ path, says }) => {
    const name = String(path.at(-1) ?? "This");
    return { path, sentence: (says === notKnown && ofLists[name]) || `“${name}” ${says}.` };
  });
}

/** What puts an item in its place, where there is no such place. */
const ofLists: Record<string, string> = {
  after: "“after” should name something in the same list.",
  remove: "“remove” should be true, and its item one that is in the recipe's list.",
};
