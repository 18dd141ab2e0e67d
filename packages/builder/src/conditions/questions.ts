import type { DraftDefinition, ItemQuestion, PartPath, Question } from "@guildhall/contract";
import { under } from "../path.ts";
import { perValue } from "../per-value.ts";
import { stepsIn } from "./step-in.ts";

/** A question, where it stands, and the page that asks it. */
export interface AskedQuestion {
  readonly question: Question | ItemQuestion;
  readonly at: PartPath;
  readonly page: DraftDefinition["form"]["pages"][number];
  /** The group that it is an item's of. */
  readonly group?: Extract<Question, { type: "group" }>;
}

/** Every question of a service in the order of asking; an item's right after their group. */
export function questionsOf({ form }: Pick<DraftDefinition, "form">): readonly AskedQuestion[] {
  return questionsIn(form);
}

const questionsIn = perValue((form: DraftDefinition["form"]): readonly AskedQuestion[] => {
  const pageSteps = stepsIn("pages", form.pages);
  return form.pages.flatMap((page, place) => {
    const on = under("/form/pages", pageSteps[place] ?? "", "questions");
    const steps = stepsIn("questions", page.questions);
    return page.questions.flatMap((question, index): AskedQuestion[] => {
      const at = under(on, steps[index] ?? "");
      return [{ question, at, page }, ...itemsOf(question, { at, page })];
    });
  });
});

function itemsOf(
  group: Question,
  { at, page }: Pick<AskedQuestion, "at" | "page">,
): AskedQuestion[] {
  if (group.type !== "group") return [];
  const steps = stepsIn("questions", group.questions);
  return group.questions.map((question, index) => {
    return { question, at: under(at, "questions", steps[index] ?? ""), page, group };
  });
}

/** Find the question that a variable such as `home.postcode` reads; one of the form's own before an item's. */
export function askedBy(
  variable: string,
  questions: readonly AskedQuestion[],
): AskedQuestion | undefined {
  const [id] = variable.split(".");
  const found = questions.filter(({ question }) => question.id === id);
  return found.find(({ group }) => group === undefined) ?? found[0];
}
