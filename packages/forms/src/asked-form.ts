import type { Form, Language, Question } from "@guildhall/contract";

/** What is asked of somebody who has sent a form: some of its questions, one in other words, and files. */
interface Asked {
  readonly questions: readonly string[];
  readonly ownQuestion?: string | undefined;
  readonly files: boolean;
}

/** A form of nothing but what is asked, and what its added questions are called. */
export interface AskedForm {
  readonly form: Form;
  readonly own: string;
  readonly files: string;
}

/** The one page of it. */
const pageId = "answer";

/**
 * Make a form of what is asked of somebody who has sent `form`, all on one page.
 *
 * Every question is asked, whatever it depended on: somebody has looked, and wants to know. Only a part of a list that
 * was asked under a condition may be left blank.
 */
export function askedForm(form: Form, asked: Asked, language: Language = "en"): AskedForm {
  const all = form.pages.flatMap(({ questions }) => questions);
  const taken = new Set(all.map(({ id }) => id));
  const [own, files] = [freeId("ownQuestion", taken), freeId("moreFiles", taken)];
  const chosen = asked.questions.flatMap((id) => all.filter((one) => one.id === id));
  const questions = [
    ...chosen.map(unconditional),
    ...(asked.ownQuestion === undefined ? [] : [ownQuestion(own, asked.ownQuestion)]),
    ...(asked.files ? [filesQuestion(files, words[language].files)] : []),
  ];
  const page = { id: pageId, title: words[language].title, kind: "questions" as const, questions };
  return { form: { conditions: [], sections: [], pages: [page] }, own, files };
}

function unconditional(question: Question): Question {
  const asked: Question = { ...question, required: true };
  delete asked.when;
  delete asked.requiredWhen;
  if (asked.type !== "group") return asked;
  const items = asked.questions.map(({ when, requiredWhen, ...item }) => ({
    ...item,
    required: item.required && when === undefined && requiredWhen === undefined,
  }));
  // An item without its conditions is an item still.
  return { ...asked, min: Math.max(1, asked.min), questions: items as typeof asked.questions };
}

function ownQuestion(id: string, label: string): Question {
  return { id, label, type: "long-text", required: true, maxLength: 4000 };
}

function filesQuestion(id: string, label: string): Question {
  return { id, label, type: "files", required: true, maxFiles: 10 };
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let more = 2; taken.has(id); more += 1) id = `${wanted}${more}`;
  return id;
}

const words: Readonly<Record<Language, { readonly title: string; readonly files: string }>> = {
  en: { title: "We need one more thing from you", files: "Photos or other files" },
  cy: { title: "Mae angen un peth arall gennych", files: "Ffotograffau neu ffeiliau eraill" },
};
