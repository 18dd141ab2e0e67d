import type { DraftDefinition, DraftFinding } from "@guildhall/contract";
import { createSayer } from "../conditions/say.ts";
import type { Unreachable } from "../flow/unreachable.ts";
import { formFindings } from "./form-findings.ts";

const ofRoutes: ReadonlySet<string> = new Set([
  "condition-unknown",
  "condition-circular",
  "reference-unknown",
  "condition-loop",
  "condition-too-large",
  "question-unknown",
  "question-later",
]);

/** What is wrong with the ways through a form: conditions that cannot be worked out, and what nobody is shown. */
export function routeFindings(
  definition: DraftDefinition,
  unreachable: readonly Unreachable[],
): DraftFinding[] {
  return [
    ...formFindings(definition).filter(({ code }) => ofRoutes.has(code)),
    ...unreachableFindings(definition, unreachable),
  ];
}

export function unreachableFindings(
  definition: DraftDefinition,
  unreachable: readonly Unreachable[],
): DraftFinding[] {
  const say = createSayer(definition);
  const { conditions } = definition.form;
  return unreachable.map(({ at, kind, title, when }) => {
    const rule = conditions.find(({ id }) => id === when);
    const why = rule
      ? `nobody who gets that far can meet its condition, that ${say(rule.when)}: change the condition, or remove it`
      : "the form always ends before it: give the page where it ends a condition, or remove it";
    return {
      section: "questions",
      at,
      sentence: `${kind === "page" ? "The page " : ""}“${title}” is never shown, since ${why}.`,
      code: `unreachable-${kind}`,
      advice: false,
    };
  });
}
