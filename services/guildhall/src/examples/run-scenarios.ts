import type { Scenario, ServiceDefinition } from "@guildhall/contract";
import { documentDiffers } from "@guildhall/domain";
import { type ExampleSetting, renderExample } from "../folder/render-example.ts";

/** What became of a scenario as far as no server is needed: its answers and its documents. */
export interface ScenarioCheck {
  readonly scenario: string;
  readonly name: string;
  /** Left out where it has no answers: then all of it goes round the circle or nothing. */
  readonly differences?: readonly string[];
}

/** Look at what needs no server of a service's scenarios. */
export async function checkScenarios(
  service: ServiceDefinition,
  setting: ExampleSetting,
): Promise<ScenarioCheck[]> {
  const checks: ScenarioCheck[] = [];
  for (const scenario of service.scenarios) {
    const { id, name } = scenario;
    const differences = await differencesOf(service, scenario, setting);
    checks.push({ scenario: id, name, ...(differences ? { differences } : {}) });
  }
  return checks;
}

async function differencesOf(
  service: ServiceDefinition,
  { answers, writtenFor, expects }: Scenario,
  setting: ExampleSetting,
): Promise<readonly string[] | undefined> {
  if (answers === undefined) return undefined;
  const receivedAt = writtenFor && `${writtenFor}T08:15:30.000Z`;
  const rendered = await renderExample(service, { answers, receivedAt }, setting);
  // A document that cannot be written is held for a person, which may be what is wanted.
  if ("refused" in rendered) return expects.ends === "held" ? [] : rendered.refused;
  const documents = service.mappings.flatMap(({ id: mapping, format }) => {
    const text = rendered.documents[mapping];
    return text === undefined ? [] : [{ mapping, format, text }];
  });
  return documentDiffers(expects.documentHas ?? [], documents);
}

/** Whether nothing that was looked at is otherwise than the scenario has it. */
export function isAsWanted({ differences = [] }: ScenarioCheck): boolean {
  return differences.length === 0;
}
