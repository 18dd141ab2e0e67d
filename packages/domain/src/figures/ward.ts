import type { Answers, ServiceDefinition } from "@guildhall/contract";

/** The question that says it. */
const asked = "ward";

/**
 * The ward that a process is about: what was chosen from the list of the question `ward`, in the form's own words.
 *
 * What is kept is one of the council's own options, never what somebody wrote.
 */
export function wardOf({ form }: Pick<ServiceDefinition, "form">, answers: Answers): string | null {
  const questions = form.pages.flatMap((page) => page.questions);
  const question = questions.find(({ id }) => id === asked);
  if (question?.type !== "radios" && question?.type !== "select") return null;
  const chosen = question.options.find(({ value }) => value === answers[asked]);
  return chosen?.label ?? null;
}
