import type { Question, Row, Transform } from "@guildhall/contract";

/**
 * Say how a list and the options of its question differ. An option that the list misses would stop
 * a delivery. A list after another change is not looked at, since it no longer meets the options.
 */
export function checkList({ change = [] }: Row, asked: Question | undefined): string[] {
  const [first] = change;
  if (typeof first !== "object" || !("list" in first)) return [];
  const options = asked && optionValues(asked);
  if (options) return differences(first, options);
  return first.otherwise === undefined
    ? ["the list needs otherwise, for there are no options"]
    : [];
}

/** Say where a label is asked of a question that has no options. */
export function checkLabel({ change = [] }: Row, question: Question): string[] {
  const asksLabel = change.some((each) => typeof each === "object" && "label" in each);
  return asksLabel && !("options" in question) ? ["the question has no options, so no labels"] : [];
}

function differences(
  { list, otherwise }: Extract<Transform, { list: unknown }>,
  options: readonly string[],
): string[] {
  const listed = Object.keys(list);
  const unknown = listed.filter((value) => !options.includes(value));
  const missing = options.filter((value) => !listed.includes(value));
  return [
    ...unknown.map((value) => `the list names “${value}”, which is not an option of the question`),
    ...(otherwise === undefined ? missing : []).map(
      (value) => `the list misses the option “${value}”`,
    ),
  ];
}

function optionValues(question: Question): string[] | undefined {
  if (question.type === "yes-no") return ["true", "false"];
  return "options" in question ? question.options.map(({ value }) => value) : undefined;
}
