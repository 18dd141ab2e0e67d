import type { DraftDefinition } from "@guildhall/contract";
import type { Did } from "./addresses.ts";
import { pageAt, questionAt } from "./held.ts";
import { sectionAt } from "./sections.ts";

const verbs: Readonly<Record<Did, string>> = {
  moved: "is now",
  added: "is added as",
  copied: "is a copy, and is",
  saved: "is saved. It is",
};

/** Say where a part is after something was done to it: “Where is it?” is now question 2 of 3 on “Noise”. */
export function sayPlace(definition: DraftDefinition, at: string, did: string): string | undefined {
  const verb = Object.hasOwn(verbs, did) ? verbs[did as Did] : undefined;
  if (verb === undefined) return undefined;
  const held = questionAt(definition, at);
  if (held) {
    const { question, place, beside, group, page } = held;
    const on = group ? `in “${group.label}”` : `on “${page.title}”`;
    return `“${question.label}” ${verb} question ${place + 1} of ${beside.length} ${on}`;
  }
  const section = sectionAt(definition, at);
  if (section) {
    const { sections } = definition.form;
    const place = sections.indexOf(section) + 1;
    return `The section “${section.title}” ${verb} section ${place} of ${sections.length}`;
  }
  const page = pageAt(definition, at);
  if (!page) return undefined;
  const { pages } = definition.form;
  return `The page “${page.title}” ${verb} page ${pages.indexOf(page) + 1} of ${pages.length}`;
}
