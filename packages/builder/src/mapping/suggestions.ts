import type { Form, ItemQuestion, Question, Row, Source, TargetField } from "@guildhall/contract";
import { changesFor, suggest } from "@guildhall/mapping";

/** A row that may be meant for a field, and why. */
export interface SuggestedRow {
  readonly row: Row;
  readonly why: string;
}

/** Where the row would stand: what it names there, and what the rows around it repeat for. */
export interface Standing {
  readonly target: string;
  readonly each?: string;
}

/** Suggest a row for a field that nothing is written to; within rows that repeat, from the answers of one item. */
export function suggestRow(
  field: TargetField,
  form: Form,
  { target, each }: Standing,
): SuggestedRow | undefined {
  const near = formAround(form, each);
  const [found] = suggest([field], near);
  if (!found) return undefined;
  const change = changesFor(field, askedBy(near, found.from));
  const row = { target, from: found.from, ...(change.length > 0 ? { change } : {}) };
  return { row, why: found.why };
}

/** The form as one item sees it: what is asked of the item comes first, and other groups are out of reach. */
function formAround(form: Form, each: string | undefined): Form {
  const pages = form.pages.map((page) => ({
    ...page,
    questions: page.questions.flatMap((question): Question[] => {
      if (question.type !== "group") return [question];
      return question.id === each ? question.questions : [];
    }),
  }));
  return { ...form, pages };
}

function askedBy({ pages }: Form, from: Source): Question | ItemQuestion | undefined {
  if (!("answer" in from)) return undefined;
  return pages.flatMap(({ questions }) => questions).find(({ id }) => id === from.answer);
}
