import { RecipeDefinition, type ServiceDefinition } from "@guildhall/contract";
import { type Data, isFields } from "../data.ts";

/** A service as it can be shared, and what stays behind, each in a sentence. */
export interface Carried {
  readonly definition: RecipeDefinition;
  readonly leftOut: string[];
}

/**
 * Take out of a service what belongs to whoever made it: brand, teams, ledger codes, what was typed into scenarios, and
 * the mappings unless they are wanted.
 */
export function carriedBy(
  service: ServiceDefinition,
  { withMappings }: { readonly withMappings: boolean },
): Carried {
  const { id: _, adopted: _from, brand, recipe: _laidOver, ...shared } = service;
  const definition = RecipeDefinition.parse({
    ...shared,
    steps: without(shared.steps as unknown as Data, ownFields),
    scenarios: scenariosOf(service),
    mappings: withMappings ? shared.mappings : [],
  });
  const left: readonly (readonly [boolean, string])[] = [
    [brand !== undefined, "The brand stays with you."],
    [says(shared.steps, ownFields), "Names of teams and ledger codes stay with you."],
    [
      !withMappings && shared.mappings.length > 0,
      "Where answers go stays with you: it names your back office and its codes.",
    ],
    [
      service.scenarios.some(({ answers }) => answers !== undefined),
      "What was typed into scenarios stays with you; whoever adopts the recipe has it made up.",
    ],
  ];
  return { definition, leftOut: left.flatMap(([isLeft, sentence]) => (isLeft ? [sentence] : [])) };
}

const ownFields: ReadonlySet<string> = new Set(["team", "fundCode"]);

/** Values of documents follow from what was typed. */
function scenariosOf({ scenarios }: ServiceDefinition) {
  return scenarios.map(({ answers: _, writtenFor: _day, expects, ...scenario }) => {
    const { documentHas: _values, ...ends } = expects;
    return { ...scenario, expects: ends };
  });
}

function without(value: Data, names: ReadonlySet<string>): Data {
  if (Array.isArray(value)) return value.map((item) => without(item, names));
  if (!isFields(value)) return value;
  const kept = Object.entries(value).filter(([name]) => !names.has(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, without(inner, names)]));
}

function says(value: unknown, names: ReadonlySet<string>): boolean {
  if (Array.isArray(value)) return value.some((item) => says(item, names));
  if (!isFields(value)) return false;
  return Object.entries(value).some(([name, inner]) => names.has(name) || says(inner, names));
}
