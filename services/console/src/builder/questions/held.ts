import type { DraftDefinition, ItemQuestion, PartPath, Question } from "@guildhall/contract";

export type AnyQuestion = Question | ItemQuestion;
export type DraftFormPage = DraftDefinition["form"]["pages"][number];
type Group = Extract<Question, { type: "group" }>;

/** A question of a draft and where it stands. */
export interface HeldQuestion {
  readonly question: AnyQuestion;
  readonly at: PartPath;
  readonly page: DraftFormPage;
  readonly group?: Group;
  /** The list that it is in, and those beside it. */
  readonly list: PartPath;
  readonly beside: readonly AnyQuestion[];
  readonly place: number;
}

export function pathOfPage({ id }: Pick<DraftFormPage, "id">): PartPath {
  return `/form/pages/${id}`;
}

export function pageAt({ form }: DraftDefinition, at: string): DraftFormPage | undefined {
  return form.pages.find((page) => pathOfPage(page) === at);
}

/** Every question of a page, an item’s right behind its group. */
export function questionsOn(page: DraftFormPage): HeldQuestion[] {
  const own = heldIn(page.questions, { page, list: `${pathOfPage(page)}/questions` });
  return own.flatMap((held) => {
    const { question, at } = held;
    if (question.type !== "group") return [held];
    const list = `${at}/questions`;
    return [held, ...heldIn(question.questions, { page, list, group: question })];
  });
}

export function questionsIn({ form }: DraftDefinition): HeldQuestion[] {
  return form.pages.flatMap(questionsOn);
}

export function questionAt(definition: DraftDefinition, at: string): HeldQuestion | undefined {
  return questionsIn(definition).find((held) => held.at === at);
}

function heldIn(
  beside: readonly AnyQuestion[],
  { page, list, group }: { page: DraftFormPage; list: PartPath; group?: Group },
): HeldQuestion[] {
  return beside.map((question, place) => {
    const held = { question, at: `${list}/${question.id}`, page, list, beside, place };
    return group ? { ...held, group } : held;
  });
}

/** The list of questions that a path leads to, and on which page: a page’s own, or a group’s. */
export function questionListAt(
  definition: DraftDefinition,
  list: string,
): { page: DraftFormPage; group?: Group; questions: readonly AnyQuestion[] } | undefined {
  const owner = list.replace(/\/questions$/, "");
  const page = pageAt(definition, owner);
  if (page) return { page, questions: page.questions };
  const held = questionAt(definition, owner);
  if (held?.question.type !== "group") return undefined;
  return { page: held.page, group: held.question, questions: held.question.questions };
}
