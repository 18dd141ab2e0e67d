import type { DraftFinding, Question } from "@guildhall/contract";
import { readLogic } from "@guildhall/forms";
import { allSources, placedRows } from "@guildhall/mapping";
import type { AskedQuestion } from "../../conditions/questions.ts";
import { stepIn } from "../../conditions/step-in.ts";
import { usesOf } from "../../conditions/uses.ts";
import { under } from "../../path.ts";
import type { Gate, Rule } from "../gate.ts";

/** Mappings that no step sends. */
export const unsentMappings: Rule = ({ service: { mappings, steps } }) =>
  mappings.flatMap(({ id, connector }, place): DraftFinding[] => {
    const isSent = steps.some((step) => step.kind === "deliver" && step.mapping === id);
    if (isSent) return [];
    return [
      {
        section: "destinations",
        at: under("/mappings", stepIn("mappings", mappings, place)),
        sentence: `Nothing is sent to “${connector}” by the mapping “${id}”: add a step that delivers it, or remove it.`,
        code: "mapping-not-sent",
        advice: true,
      },
    ];
  });

/** Conditions that decide nothing. */
export const unusedConditions: Rule = (gate) => {
  const { conditions } = gate.definition.form;
  const used = usedConditions(gate);
  return conditions.flatMap(({ id, name }, place): DraftFinding[] => {
    if (used.has(id)) return [];
    const at = under("/form/conditions", stepIn("conditions", conditions, place));
    const sentence = `The condition “${name}” decides nothing: use it, or remove it.`;
    return [{ section: "questions", at, sentence, code: "condition-unused", advice: true }];
  });
};

function usedConditions({ asked, service }: Gate): ReadonlySet<string | undefined> {
  const { form, mappings, steps } = service;
  return new Set([
    ...form.pages.map(({ when }) => when),
    ...asked.flatMap(({ question }) => [question.when, question.requiredWhen]),
    ...form.conditions.flatMap(({ when }) => readLogic(when).conditions),
    ...mappings.flatMap(({ rows }) => placedRows(rows).map(({ row }) => row.when)),
    ...steps.map(({ when }) => when),
  ]);
}

const personal: ReadonlySet<Question["type"]> = new Set([
  "name",
  "email",
  "phone",
  "address",
  "organisation",
  "vehicle-registration",
  "bank-details",
]);

/** Details of a person that are asked and that nothing uses: what nobody needs should not be asked. */
export const unusedDetails: Rule = (gate) => {
  if (isReadWhole(gate)) return [];
  return gate.asked
    .filter(({ question }) => personal.has(question.type))
    .filter((one) => !isUsed(gate, one))
    .map(({ question, at }) => ({
      section: "privacy",
      at,
      sentence: `Nothing uses “${question.label}”: say where it goes, or stop asking for it.`,
      code: "detail-unused",
      advice: true,
    }));
};

/** An item's answer is used where its group is. */
function isUsed({ definition }: Gate, { at, group }: AskedQuestion): boolean {
  const around = group ? [at.split("/").slice(0, -2).join("/")] : [];
  return [at, ...around].some((path) => usesOf(definition, path).length > 0);
}

/** Where a person is given all answers to read, each of them is used. */
function isReadWhole({ service: { mappings, steps } }: Gate): boolean {
  const sources = mappings.flatMap(({ rows }) =>
    placedRows(rows).flatMap(({ row }) => allSources(row.from)),
  );
  const isSummed = sources.some((source) => "fact" in source && source.fact === "summary");
  return isSummed || steps.length === 0 || steps.some(({ kind }) => kind === "task");
}
