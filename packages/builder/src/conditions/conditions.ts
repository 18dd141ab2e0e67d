import type { DraftConditions, DraftDefinition } from "@guildhall/contract";
import { under } from "../path.ts";
import { comparisonsFor } from "./comparisons.ts";
import { conditionParts, isWhole } from "./parts.ts";
import { questionsOf } from "./questions.ts";
import { createSayer } from "./say.ts";
import { stepsIn } from "./step-in.ts";
import { usesOf } from "./uses.ts";

/** Show the named conditions of a service as people read and build them, with the questions that they may look at. */
export function conditionsOf(definition: DraftDefinition): DraftConditions {
  const { conditions } = definition.form;
  const say = createSayer(definition);
  const steps = stepsIn("conditions", conditions);
  return {
    conditions: conditions.map(({ id, name, when }, place) => {
      const at = under("/form/conditions", steps[place] ?? "");
      const parts = conditionParts(when);
      const uses = usesOf(definition, at);
      return { id, at, name, when, sentence: say(when), parts, isWhole: isWhole(parts), uses };
    }),
    questions: questionsOf(definition).map(({ question, at, group }) => ({
      id: question.id,
      at,
      label: question.label,
      comparisons: comparisonsFor(question.type),
      values: valuesOf(question),
      ...(group ? { group: group.id } : {}),
    })),
  };
}

type AnyQuestion = ReturnType<typeof questionsOf>[number]["question"];

/** What an answer is compared with, where that is to be chosen and not typed. */
function valuesOf(question: AnyQuestion): DraftConditions["questions"][number]["values"] {
  if (question.type === "yes-no")
    return [
      { value: true, label: "Yes" },
      { value: false, label: "No" },
    ];
  if (!("options" in question)) return [];
  return question.options.map(({ value, label }) => ({ value, label }));
}
