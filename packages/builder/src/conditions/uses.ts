import type { DraftDefinition, MessageKind, PartPath, PartUse, Row } from "@guildhall/contract";
import { readLogic } from "@guildhall/forms";
import { allSources } from "@guildhall/mapping";
import { type Data, isFields, ownOf } from "../data.ts";
import { partAt } from "../locate.ts";
import { isWithin, stepsOf, under } from "../path.ts";
import { perValue } from "../per-value.ts";
import { fieldWords } from "../words/field-words.ts";
import { operationOf } from "./parts.ts";
import { questionsOf } from "./questions.ts";
import { rowsWith } from "./row-uses.ts";
import { stepIn } from "./step-in.ts";

/** Name what uses a condition, question, option, section, stage, mapping or brand: to be shown before it is changed. */
export function usesOf(definition: DraftDefinition, path: PartPath): PartUse[] {
  const steps = stepsOf(path);
  const part = partAt(definition, path);
  const [first] = steps;
  const list = steps.at(-2) ?? "";
  if (path === "/brand" && part !== undefined)
    return [{ at: "", kind: "service", title: definition.title }];
  if (!isFields(part)) return [];
  const seeker = ownOf(seekers, list);
  const found = seeker ? seeker(definition, part as Named, path) : [];
  const outside = found.filter(({ at }) => !isWithin(at, path));
  return first === undefined ? [] : distinct(outside);
}

/** An item of any list: what names it is a text where it is there. */
type Named = { readonly [key: string]: Data };
type Seeker = (definition: DraftDefinition, part: Named, path: PartPath) => PartUse[];

const seekers: Readonly<Record<string, Seeker>> = {
  conditions: (definition, { id }) => conditionUses(definition, String(id)),
  questions: (definition, { id }) => questionUses(definition, String(id)),
  pages: (definition, _, path) =>
    questionsOf(definition)
      .filter(({ at }) => isWithin(at, path))
      .flatMap(({ question }) => questionUses(definition, question.id)),
  options: (definition, { value }, path) => optionUses(definition, String(value), path),
  sections: ({ form }, { id }) =>
    form.pages.flatMap((page, at) =>
      page.section === id ? [pageUse(form.pages, at, page.title)] : [],
    ),
  stages: (definition, { id }) => [
    ...(definition.statuses ?? []).flatMap((status, at): PartUse[] =>
      status.stage === id
        ? [{ at: under("/statuses", `#${at}`), kind: "status", title: status.external }]
        : [],
    ),
    ...stepsWith(definition, (step) => step.kind === "wait" && step.stage === id),
  ],
  mappings: ({ steps = [] }, { id }) =>
    steps.flatMap((step, at): PartUse[] =>
      step.kind === "deliver" && step.mapping === id
        ? [
            {
              at: under("/steps", stepIn("steps", steps, at)),
              kind: "step",
              title: step.id,
            },
          ]
        : [],
    ),
};

function conditionUses(definition: DraftDefinition, id: string): PartUse[] {
  const { form } = definition;
  return [
    ...form.pages.flatMap((page, at) =>
      page.when === id ? [pageUse(form.pages, at, page.title)] : [],
    ),
    ...questionsOf(definition)
      .filter(({ question }) => question.when === id || question.requiredWhen === id)
      .map(({ question, at }): PartUse => ({ at, kind: "question", title: question.label })),
    ...conditionsWith(definition, (logic) => reading(logic).conditions.includes(id)),
    ...rowsWith(definition, ({ when }) => when === id),
    ...stepsWith(definition, (step) => step.when === id),
  ];
}

const readingOf = perValue((logic: object) => readLogic(logic));

/** Every use of a service is looked for in each of its conditions. */
function reading(logic: unknown) {
  return typeof logic === "object" && logic !== null ? readingOf(logic) : readLogic(logic);
}

function questionUses(definition: DraftDefinition, id: string): PartUse[] {
  const reads = (logic: unknown) =>
    reading(logic).variables.some((variable) => headOf(variable) === id);
  const isSource = ({ from, each }: Row) =>
    each === id ||
    allSources(from).some((one) => "answer" in one && one.answer.split(".").includes(id));
  return [
    ...conditionsWith(definition, reads),
    ...questionsOf(definition)
      .filter(({ question }) => question.type === "calculated" && reads(question.value))
      .map(({ question, at }): PartUse => ({ at, kind: "question", title: question.label })),
    ...rowsWith(definition, isSource),
    ...stepsWith(
      definition,
      (step) =>
        step.kind === "payment" && typeof step.amount === "object" && step.amount.answer === id,
    ),
    ...contactUses(definition, id),
  ];
}

function optionUses(definition: DraftDefinition, value: string, path: PartPath): PartUse[] {
  const steps = stepsOf(path);
  const question = partAt(definition, `${path.split("/").slice(0, -2).join("/")}`);
  const id = isFields(question) ? String(question.id) : (steps.at(-3) ?? "");
  const lists = ({ from, change = [] }: Row) =>
    from !== undefined &&
    "answer" in from &&
    from.answer.split(".").at(-1) === id &&
    change.some(
      (one) => typeof one === "object" && "list" in one && Object.hasOwn(one.list, value),
    );
  return [
    ...conditionsWith(definition, (logic) => compares(logic, id, value)),
    ...rowsWith(definition, lists),
    ...stepsWith(
      definition,
      (step) =>
        step.kind === "payment" &&
        typeof step.amount === "object" &&
        step.amount.answer === id &&
        Object.hasOwn(step.amount.pence, value),
    ),
  ];
}

/** Whether logic sets an answer beside a value, anywhere in it. */
function compares(logic: unknown, id: string, value: string): boolean {
  const { operator, operands } = operationOf(logic);
  if (operator === undefined) return false;
  const reads = operands.some((one) => {
    const inner = operationOf(one);
    return inner.operator === "var" && headOf(String(inner.operands[0])) === id;
  });
  const names = operands.some(
    (one) => one === value || (Array.isArray(one) && one.includes(value)),
  );
  return (reads && names) || operands.some((one) => compares(one, id, value));
}

function headOf(variable: string): string {
  return variable.split(".")[0] ?? "";
}

function conditionsWith({ form }: DraftDefinition, uses: (logic: unknown) => boolean): PartUse[] {
  return form.conditions.flatMap(({ name, when }, at): PartUse[] => {
    if (!uses(when)) return [];
    const step = stepIn("conditions", form.conditions, at);
    return [{ at: under("/form/conditions", step), kind: "condition", title: name }];
  });
}

function stepsWith(
  { steps = [] }: DraftDefinition,
  uses: (step: NonNullable<DraftDefinition["steps"]>[number]) => boolean,
): PartUse[] {
  return steps.flatMap((step, at): PartUse[] => {
    const place = under("/steps", stepIn("steps", steps, at));
    const title = "title" in step ? step.title : step.id;
    return uses(step) ? [{ at: place, kind: "step", title }] : [];
  });
}

/** A question may give a detail of the person, which messages greet them with. */
function contactUses(definition: DraftDefinition, id: string): PartUse[] {
  const { contact = {}, location, messages = {} } = definition;
  const parts = Object.entries(contact).filter(([, question]) => question === id);
  const greets = parts.some(([part]) => part === "name");
  const greetings = Object.keys(messages).filter((kind) =>
    messages[kind as MessageKind]?.text.includes("((name))"),
  );
  return [
    ...parts.map(([part]): PartUse => {
      return {
        at: under("/contact", part),
        kind: "contact",
        title: fieldWords("", ["contact", part]),
      };
    }),
    ...(location === id
      ? [{ at: "/location", kind: "contact" as const, title: fieldWords("", ["location"]) }]
      : []),
    ...(greets ? greetings : []).map((kind): PartUse => {
      return {
        at: under("/messages", kind),
        kind: "message",
        title: fieldWords("", ["messages", kind]),
      };
    }),
  ];
}

function pageUse(pages: DraftDefinition["form"]["pages"], at: number, title: string): PartUse {
  return { at: under("/form/pages", stepIn("pages", pages, at)), kind: "page", title };
}

function distinct(uses: readonly PartUse[]): PartUse[] {
  return [...new Map(uses.map((use) => [use.at, use])).values()];
}
