import { DraftDefinition, type Edit } from "@guildhall/contract";
import fc from "fast-check";
import { applyEdits } from "../edits/apply.ts";
import { patterns } from "../patterns/patterns.ts";

const ids = ["a", "b", "c", "d", "e", "f"] as const;
const id = fc.constantFrom(...ids);
const words = fc.constantFrom("One", "Two", "Three", "Where is it?", "sŵn “x”");
const rule = id.map((name) => ({ "==": [{ var: `q${name}` }, "x"] }));

const option = fc.record({ value: id, label: words });
const question = (name: string) =>
  fc.oneof(
    fc.record({
      id: fc.constant(`q${name}`),
      type: fc.constantFrom("text", "long-text", "address", "yes-no"),
      label: words,
      when: fc.option(id, { nil: undefined }),
    }),
    fc.record({
      id: fc.constant(`q${name}`),
      type: fc.constantFrom("radios", "checkboxes"),
      label: words,
      hint: fc.option(words, { nil: undefined }),
      options: fc.uniqueArray(option, { minLength: 2, maxLength: 4, selector: (one) => one.value }),
    }),
  );

const form = fc
  .tuple(
    fc.shuffledSubarray([...ids]).chain((names) => fc.tuple(...names.map(question))),
    fc.shuffledSubarray([...ids], { minLength: 1 }),
    fc.uniqueArray(fc.record({ id, name: words, when: rule }), { selector: (one) => one.id }),
  )
  .map(([questions, pages, conditions]) => ({
    conditions,
    pages: pages.map((name, at) => ({
      id: name,
      title: `Page ${name}`,
      questions: questions.filter((_, place) => place % pages.length === at),
    })),
  }));

const row = fc.record({ target: id, from: id.map((name) => ({ answer: `q${name}` })) });

/** Any service in the making: small, with names that meet often. */
export const services: fc.Arbitrary<DraftDefinition> = fc
  .record(
    {
      id: fc.constant("service"),
      title: words,
      summary: words,
      form,
      stages: fc.uniqueArray(fc.record({ id, title: words }), { selector: (one) => one.id }),
      statuses: fc.array(fc.record({ external: id, stage: id }), { maxLength: 3 }),
      retention: fc.record({ days: fc.integer({ min: 1, max: 9 }) }),
      mappings: fc
        .uniqueArray(row, { minLength: 1, selector: (one) => one.target })
        .map((rows) => [{ id: "case", connector: "x", operation: "y", format: "json", rows }]),
      welsh: fc.dictionary(
        fc.constantFrom("title", "form.questions.qa.label", "form.pages.a.title"),
        fc.record({ of: words, text: words }),
      ),
    },
    { requiredKeys: ["id", "title", "form"] },
  )
  .map((service) => DraftDefinition.parse(service));

const lists = id.chain((page) =>
  fc.constantFrom(
    "/form/pages",
    `/form/pages/${page}/questions`,
    "/form/conditions",
    "/stages",
    "/mappings/case/rows",
  ),
);
const item = fc
  .tuple(lists, id)
  .map(([list, name]) => `${list}/${list.endsWith("questions") ? `q${name}` : name}`);
const field = fc.oneof(
  fc.tuple(item, fc.constantFrom("label", "title", "hint", "type", "when", "required", "name")),
  fc.constant(["", "summary"] as const),
  fc.constant(["", "retention/days"] as const),
);
const path = field.map(([owner, name]) => `${owner}/${name}`);
const value = fc.oneof(words, fc.integer(), fc.boolean(), rule, fc.constantFrom("text", "radios"));
const after = fc.option(id, { nil: null });

/** Any edit, most of which some service allows. */
export const edits: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant("set" as const), at: path, to: value }) },
  fc.record({ act: fc.constant("clear" as const), at: path }),
  fc.record({ act: fc.constant("remove" as const), at: item }),
  fc.record({ act: fc.constant("copy" as const), at: item }),
  fc.record({ act: fc.constant("rename" as const), at: item, name: fc.oneof(id, words) }),
  fc.record({ act: fc.constant("move" as const), at: item, after }),
  fc.record({ act: fc.constant("move" as const), at: item, to: lists }),
  fc.record({
    act: fc.constant("add" as const),
    to: lists,
    item: fc.record({ label: words, title: words, name: words, type: fc.constant("text") }),
    after,
  }),
  fc.record({
    act: fc.constant("add" as const),
    to: fc.constant("/form/pages"),
    item: fc.record({ title: words }),
  }),
  fc.record({
    act: fc.constant("insert" as const),
    pattern: fc.constantFrom(...patterns.map((pattern) => pattern.id)),
    to: lists,
  }),
);

/** A service and what some of these edits made of it, one after the other, those left out that it does not allow. */
export function changedBy(service: DraftDefinition, made: readonly Edit[]): DraftDefinition {
  return made.reduce((definition, edit) => {
    const result = applyEdits(definition, [edit]);
    return "fault" in result ? definition : result.definition;
  }, service);
}
