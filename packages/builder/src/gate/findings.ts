import { type DraftDefinition, type DraftFinding, DraftSection } from "@guildhall/contract";
import { questionsOf } from "../conditions/questions.ts";
import { unreachableIn } from "../flow/unreachable.ts";
import type { Known } from "./check/known.ts";
import { checks } from "./check/service.ts";
import { fillIn } from "./fill-in.ts";
import { formFindings } from "./form-findings.ts";
import { partPath, type Rule } from "./gate.ts";
import { unreachableFindings } from "./route-findings.ts";
import { contrast } from "./rules/contrast.ts";
import { endings } from "./rules/endings.ts";
import { lookFirst } from "./rules/look-first.ts";
import { missing } from "./rules/missing.ts";
import { optionLabels } from "./rules/options.ts";
import { recipe } from "./rules/recipe.ts";
import { scenarios } from "./rules/scenarios.ts";
import { emptyMappings, targets } from "./rules/targets.ts";
import { errorTexts, links, purposes, readingAge } from "./rules/texts.ts";
import { unsentMappings, unusedConditions, unusedDetails } from "./rules/unused.ts";
import { welsh } from "./rules/welsh.ts";

/** What cannot work, by the checks that every way to publish goes through. */
const cannotWork: Rule = ({ definition, service, known }) =>
  checks.flatMap(({ code, section, said }) =>
    said(service, known).map(([path, sentence]) => ({
      section: typeof section === "function" ? section(path) : section,
      at: partPath(definition, path),
      sentence,
      code,
      advice: false,
    })),
  );

/** Everything that is looked at, what is missing before what is wrong, and that before what could be better. */
const rules: readonly Rule[] = [
  missing,
  ({ definition }) => formFindings(definition),
  ({ definition }) => unreachableFindings(definition, unreachableIn(definition)),
  cannotWork,
  recipe,
  emptyMappings,
  targets,
  optionLabels,
  links,
  contrast,
  scenarios,
  errorTexts,
  readingAge,
  lookFirst,
  endings,
  unusedConditions,
  unsentMappings,
  unusedDetails,
  purposes,
  welsh,
];

/**
 * Find what keeps a service in the making from being published, and what its makers should look at before: each in a
 * sentence that says what to do, at its part, in its section.
 */
export function findingsOf(definition: DraftDefinition, known: Known): DraftFinding[] {
  const service = fillIn(definition);
  const gate = { definition, service, asked: questionsOf(definition), known };
  return rules.flatMap((rule) => rule(gate)).toSorted((one, other) => rank(one) - rank(other));
}

const { options: sections } = DraftSection;

function rank({ section, advice }: DraftFinding): number {
  return sections.indexOf(section) * 2 + (advice ? 1 : 0);
}
