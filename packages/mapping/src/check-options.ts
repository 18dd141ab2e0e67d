import type { Question, Row, Transform } from "@guildhall/contract";
import { MappingFault, type Place } from "./fault.ts";
import { type CodeLists, compileChanges, noScope } from "./field.ts";
import type { Grammar } from "./grammar.ts";
import { isAbsent, type Scope } from "./scope.ts";
import type { Change } from "./transforms/change.ts";

/** A row whose answer is to be tried out, and what it is to be tried out with. */
interface Trial {
  readonly row: Row;
  readonly place: Place;
  readonly grammar: Grammar;
  readonly codes: CodeLists | undefined;
}

/**
 * Say for which options of its question a row would stop a delivery.
 *
 * A list that comes first is compared with the options; any other changes are tried out with each.
 * A row under a condition is not tried, since the condition may speak of the very same options.
 */
export function checkOptions(trial: Trial, asked: Question | undefined): string[] {
  const reasons = [...checkList(trial.row, asked), ...checkCode(trial.row, asked)];
  return reasons.length > 0 || !asked ? reasons : tryOptions(trial, asked);
}

/** Say where a label is asked of a question that has no options. */
export function checkLabel({ change = [] }: Row, question: Question): string[] {
  const asksLabel = change.some((each) => typeof each === "object" && "label" in each);
  return asksLabel && !("options" in question) ? ["the question has no options, so no labels"] : [];
}

/** A list after another change is not looked at, since it no longer meets the options. */
function checkList({ change = [] }: Row, asked: Question | undefined): string[] {
  const [first] = change;
  if (typeof first !== "object" || !("list" in first)) return [];
  const options = asked && optionValues(asked).map(String);
  if (options && options.length > 0) return differences(first, options);
  return first.otherwise === undefined
    ? ["the list needs otherwise, for there are no options"]
    : [];
}

function checkCode({ change = [] }: Row, asked: Question | undefined): string[] {
  const isOpen = !asked || optionValues(asked).length === 0;
  return change.flatMap((each) =>
    isOpen && typeof each === "object" && "code" in each && each.otherwise === undefined
      ? [`the code list “${each.code}” needs otherwise, for there are no options`]
      : [],
  );
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

function tryOptions(trial: Trial, asked: Question): string[] {
  const { row, place, codes } = trial;
  if (row.when !== undefined || !row.change || needsUnknownCodes(row.change, codes)) return [];
  const faults: MappingFault[] = [];
  const change = compileChanges(row, place, faults);
  if (!change || faults.length > 0) return [];
  const scope: Scope = { ...noScope, input: { ...noScope.input, labels: labelsOf(asked), codes } };
  return optionValues(asked).flatMap((value) => {
    const reason = tryOption(trial, change, { value, scope });
    return reason === undefined ? [] : [`for the option “${value}”: ${reason}`];
  });
}

function tryOption(
  { row, place, grammar }: Trial,
  change: Change,
  { value, scope }: { value: unknown; scope: Scope },
): string | undefined {
  try {
    const made = change(value, scope);
    if (!isAbsent(made)) grammar.checkValue(made, place);
    return isAbsent(made) && row.required ? "there is no value, and one is required" : undefined;
  } catch (error) {
    if (error instanceof MappingFault) return error.reason;
    throw error;
  }
}

function needsUnknownCodes(changes: readonly Transform[], codes: CodeLists | undefined): boolean {
  return changes.some(
    (change) => typeof change === "object" && "code" in change && !codes?.(change.code),
  );
}

function optionValues(question: Question): (string | boolean)[] {
  if (question.type === "yes-no") return [true, false];
  if (question.type === "declaration") return [true];
  return "options" in question ? question.options.map(({ value }) => value) : [];
}

function labelsOf(question: Question): (id: string, value: string) => string | undefined {
  const options = "options" in question ? question.options : [];
  return (_, value) => options.find((option) => option.value === value)?.label;
}
