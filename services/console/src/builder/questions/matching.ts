import type { HeldQuestion } from "./held.ts";
import { questionTypes } from "./question-types.ts";
import type { ShownPage } from "./questions-page.tsx";

/** The pages and questions that have all of these words; of a page whose title has them, all of its questions. */
export function matching(
  pages: readonly ShownPage[],
  find: string,
  sentences: ReadonlyMap<string, string>,
): ShownPage[] {
  const words = plain(find).split(/\s+/).filter(Boolean);
  const has = (...texts: (string | undefined)[]) => {
    const text = plain(texts.join(" "));
    return words.every((word) => text.includes(word));
  };
  const condition = (when: string | undefined) => when && sentences.get(when);
  const isAsked = ({ question }: HeldQuestion) =>
    has(
      question.label,
      question.hint,
      question.id,
      questionTypes[question.type].title,
      condition(question.when),
    );
  return pages.flatMap(({ page, questions }) => {
    if (has(page.title, page.text, condition(page.when))) return [{ page, questions }];
    const found = questions.filter(isAsked);
    return found.length > 0 ? [{ page, questions: found }] : [];
  });
}

/** Without case and accents. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .toLowerCase();
}
