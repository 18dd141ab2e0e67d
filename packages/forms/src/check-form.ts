import type { Form } from "@guildhall/contract";
import { sectionFaults } from "./check-sections.ts";
import { type Reading as LogicReading, readLogic } from "./condition.ts";
import { FormFault, type FormPlace } from "./form-fault.ts";
import { partsOf } from "./kinds/parts-of.ts";
import { type ConditionUse, type Outline, type OutlineEntry, outlineOf } from "./outline.ts";
import { type References, readReferences } from "./references.ts";
import { repeats } from "./repeats.ts";
import { isReserved } from "./reserved.ts";

/**
 * Find everything that is wrong with a form's design.
 *
 * A condition may read only what is asked before the thing it decides. One walk then settles every form,
 * and no condition can depend on itself, whatever way round.
 */
export function checkForm(form: Form): FormFault[] {
  const outline = outlineOf(form);
  const references = readReferences(form.conditions);
  return [
    ...duplicates(form, outline),
    ...outline.entries.flatMap(questionFaults),
    ...form.pages
      .filter(asksInWords)
      .map(({ id }) => new FormFault("page-without-form", { page: id })),
    ...form.conditions.flatMap(({ id, when }) => logicFaults(id, readLogic(when), outline)),
    ...references.faults,
    ...outline.uses.flatMap((use) => useFaults(use, references, outline)),
    ...outline.entries.flatMap((entry) => calculationFaults(entry, outline)),
    ...sectionFaults(form),
    ...form.pages
      .filter(({ id }) => isReserved(id))
      .map(({ id }) => new FormFault("page-reserved", { page: id })),
  ];
}

function asksInWords({ kind, questions }: Form["pages"][number]): boolean {
  return kind !== "questions" && questions.length > 0;
}

function duplicates(form: Form, { entries }: Outline): FormFault[] {
  const scoped = entries.map((entry) => ({
    ...entry,
    id: `${entry.group ?? ""}/${entry.question.id}`,
  }));
  return [
    ...repeats(form.pages, ({ id }) => id).map(
      ({ id }) => new FormFault("page-duplicate", { page: id }),
    ),
    ...repeats(form.conditions, ({ id }) => id).map(
      ({ id }) => new FormFault("condition-duplicate", { condition: id }),
    ),
    ...repeats(scoped, ({ id }) => id).map(
      (entry) => new FormFault("question-duplicate", placeOf(entry)),
    ),
  ];
}

function questionFaults(entry: OutlineEntry): FormFault[] {
  const { question } = entry;
  const faults: FormFault[] = [];
  if ("options" in question) {
    for (const { value } of repeats(question.options, (option) => option.value)) {
      faults.push(new FormFault("option-duplicate", placeOf(entry), value));
    }
  }
  if ("min" in question && (question.min ?? -Infinity) > (question.max ?? Infinity)) {
    faults.push(new FormFault("range-empty", placeOf(entry)));
  }
  return faults;
}

function logicFaults(
  condition: string,
  { variables, refused }: LogicReading,
  outline: Outline,
): FormFault[] {
  const unknown = variables.filter((path) => answering(path, outline).length === 0);
  return [
    ...refused.map((operator) => new FormFault("operator-not-allowed", { condition }, operator)),
    ...unknown.map((path) => new FormFault("question-unknown", { condition }, path)),
  ];
}

/** What reads answers: a condition where it is used, or a calculated value. */
type Reading = Omit<ConditionUse, "condition">;

function useFaults(use: ConditionUse, references: References, outline: Outline): FormFault[] {
  const variables = references.variables(use.condition);
  if (!variables) return [new FormFault("condition-unknown", placeOf(use))];
  return variables.flatMap((path) => readFaults(path, use, outline));
}

function readFaults(path: string, use: Reading, outline: Outline): FormFault[] {
  const readable = answering(path, outline);
  if (readable.length === 0) return [];
  const read =
    readable.find(({ group }) => group !== undefined && group === use.group) ??
    readable.find(({ group }) => group === undefined);
  if (!read) return [new FormFault("question-unknown", placeOf(use), path)];
  if (read.position > use.last) return [new FormFault("question-later", placeOf(use), path)];
  const own = read.position >= use.first || isGroupOf(read, use);
  return own ? [new FormFault("condition-circular", placeOf(use), path)] : [];
}

/** The most parts that a calculated value may be written in. */
const maxValueParts = 200;

/** A calculated value follows from what is asked before it, and is worked out on every page. */
function calculationFaults(entry: OutlineEntry, outline: Outline): FormFault[] {
  const { question, page, position } = entry;
  if (question.type !== "calculated") return [];
  const { variables, conditions, refused, parts } = readLogic(question.value);
  const place = placeOf(entry);
  const use = { page, question: question.id, group: undefined, first: position, last: position };
  const unknown = variables.filter(
    (path) => !answering(path, outline).some(({ group }) => group === undefined),
  );
  return [
    ...(parts > maxValueParts
      ? [new FormFault("value-too-large", place, String(maxValueParts))]
      : []),
    ...[...refused, ...(conditions.length > 0 ? ["condition"] : [])].map(
      (operator) => new FormFault("operator-not-allowed", place, operator),
    ),
    ...unknown.map((path) => new FormFault("question-unknown", place, path)),
    ...variables
      .filter((path) => !unknown.includes(path))
      .flatMap((path) => readFaults(path, use, outline)),
  ];
}

/** An item's condition that reads the whole group would read itself. */
function isGroupOf({ question, group }: OutlineEntry, use: Reading): boolean {
  return group === undefined && question.id === use.group;
}

/** The questions whose answer a path reads, whole or in part. */
function answering(path: string, { named }: Outline): readonly OutlineEntry[] {
  const [name = "", part, ...rest] = path.split(".");
  const known = rest.length > 0 ? [] : (named.get(name) ?? []);
  return part === undefined
    ? known
    : known.filter(({ question }) => partsOf(question.type).includes(part));
}

function placeOf(at: OutlineEntry | Reading | ConditionUse): FormPlace {
  if ("condition" in at) return { page: at.page, question: at.question, condition: at.condition };
  if ("first" in at) return { page: at.page, question: at.question };
  const { group, question } = at;
  return { page: at.page, question: group ? `${group}.${question.id}` : question.id };
}
