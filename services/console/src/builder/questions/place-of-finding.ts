import type { DraftDefinition, DraftFinding, PartPath } from "@guildhall/contract";
import { conditionAddresses } from "../conditions/addresses.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { questionAddresses } from "./addresses.ts";
import { enclosing } from "./enclosing.ts";
import { pathOfPage, questionsIn } from "./held.ts";

/** The page on which a finding is mended, as far as it is one of the questions’. */
export function placeOfFinding({ at }: Pick<DraftFinding, "at">, frame: DraftFrame) {
  const to = questionAddresses(frame.here);
  const [, form, list, name = ""] = at.split("/");
  if (form !== "form") return undefined;
  if (list === "conditions") return conditionAddresses(frame.here).edit(name);
  if (list === "sections") return name ? to.section(`/form/sections/${name}`) : to.list;
  const { pages, questions } = partsOf(frame.draft.definition);
  const question = enclosing(questions, at);
  if (question !== undefined) return to.edit(question);
  const page = enclosing(pages, at);
  return page === undefined ? undefined : to.page(page);
}

interface FormParts {
  readonly pages: ReadonlySet<PartPath>;
  readonly questions: ReadonlySet<PartPath>;
}

const known = new WeakMap<DraftDefinition, FormParts>();

/** Where pages and questions are, worked out once for a definition: a long form has many findings. */
function partsOf(definition: DraftDefinition): FormParts {
  const before = known.get(definition);
  if (before) return before;
  const parts = {
    pages: new Set(definition.form.pages.map(pathOfPage)),
    questions: new Set(questionsIn(definition).map(({ at }) => at)),
  };
  known.set(definition, parts);
  return parts;
}
