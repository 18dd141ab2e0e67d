import type { DraftSection, Readiness } from "@guildhall/contract";

export type SectionReadiness = Readiness["sections"][number];

/** What each section of the work is called, in words that need no explanation. */
export const sectionWords: Readonly<Record<DraftSection, string>> = {
  questions: "Questions",
  destinations: "Where answers go",
  process: "What happens",
  messages: "Messages",
  look: "Look and languages",
  privacy: "Privacy and retention",
  scenarios: "Try it",
  publishing: "Publish",
};

/** Say how far a section is: words where it is done, a tag where it asks for somebody. */
export function statusOf({ state, findings }: SectionReadiness) {
  if (state === "not-begun") return { tag: { content: "Not begun", classes: "govuk-tag--grey" } };
  if (state === "to-do") return { tag: { content: "To do", classes: "govuk-tag--blue" } };
  const count = findings.length;
  if (count === 0) return { content: "Done" };
  return { content: count === 1 ? "Done, with 1 suggestion" : `Done, with ${count} suggestions` };
}
