import type { Form } from "@guildhall/contract";
import type { FormPlace } from "@guildhall/forms";
import type { Path } from "./said.ts";

/** The way to a place in a form; of two things with one id, to the second. */
export function pathInForm(form: Form, place: FormPlace): Path {
  const { page, question, condition, section } = place;
  const at = form.pages.findLastIndex(({ id }) => id === page);
  if (at >= 0)
    return ["form", "pages", at, ...pathInPage(form.pages[at]?.questions ?? [], question)];
  const part = form.sections.findLastIndex(({ id }) => id === section);
  if (part >= 0) return ["form", "sections", part];
  const rule = form.conditions.findLastIndex(({ id }) => id === condition);
  return rule >= 0 ? ["form", "conditions", rule] : ["form"];
}

/** A question of a group is named with its group: `noiseDates.from`. */
function pathInPage(
  questions: readonly { id: string; questions?: readonly { id: string }[] }[],
  name = "",
): Path {
  const [id, inner] = name.split(".");
  const at = questions.findLastIndex((question) => question.id === id);
  if (at < 0) return [];
  const within = inner === undefined ? [] : pathInPage(questions[at]?.questions ?? [], inner);
  return ["questions", at, ...within];
}
