import { checkPage, type Fields, readFields } from "@guildhall/forms";
import { fieldOf } from "@guildhall/ui";
import { overlaid } from "../journey/page-answers.ts";
import { revisionField, revisionOf } from "../journey/revision.ts";
import type { Reached } from "./reach-page.ts";

/**
 * Tell whether what was sent would take the place of answers that its page was not shown with, as when a form is open
 * in two windows. The same answers twice are no clash, however they are typed.
 */
export function clashes({ journey, page }: Reached, fields: Fields, today: string): boolean {
  const { draft, form } = journey;
  const now = revisionOf(page, draft.answers);
  const shown = fieldOf(fields, revisionField);
  if (shown === undefined || shown === now) return false;
  const typed = overlaid(draft.answers, page, readFields(page, fields));
  if (revisionOf(page, typed) === now) return false;
  const checked = checkPage(form, page, typed, today);
  return "faults" in checked || revisionOf(page, checked.answers) !== now;
}
