import type { ServiceDefinition } from "@guildhall/contract";
import type { Example, TenantFolder } from "@guildhall/folder";
import { compareDocuments, type Difference } from "@guildhall/mapping";
import type { SchemaChecker } from "@guildhall/xml";
import { renderExample } from "../folder/render-example.ts";
import { checkScenarios, type ScenarioCheck } from "./run-scenarios.ts";

/** What became of one document of an example. */
export interface DocumentResult {
  readonly mapping: string;
  readonly format: "json" | "xml";
  /** The text that came of it. */
  readonly got: string;
  /** Undefined where there is no document to compare with yet. */
  readonly differences: readonly Difference[] | undefined;
}

/** What became of an example: its documents, or why there are none. */
export interface ExampleResult {
  readonly name: string;
  readonly about: string;
  readonly refused: readonly string[];
  readonly documents: readonly DocumentResult[];
}

export interface ServiceResult {
  readonly service: string;
  readonly examples: readonly ExampleResult[];
  readonly scenarios: readonly ScenarioCheck[];
}

export interface Running {
  readonly checker: Pick<SchemaChecker, "check">;
  /** Called after each example. */
  step(): void;
}

/** Run a service's examples and compare what comes of them with their documents; its scenarios as far as theirs. */
export async function runExamples(
  service: ServiceDefinition,
  folder: TenantFolder,
  { checker, step }: Running,
): Promise<ServiceResult> {
  const own = folder.examples.filter((example) => example.service === service.id);
  const examples: ExampleResult[] = [];
  for (const example of own) {
    const rendered = await renderExample(service, example, { folder, checker });
    const { name, about } = example;
    const refused = "refused" in rendered ? rendered.refused : [];
    const documents =
      "refused" in rendered ? [] : documentsOf(service, example, rendered.documents);
    examples.push({ name, about, refused, documents });
    step();
  }
  const scenarios = await checkScenarios(service, { folder, checker });
  return { service: service.id, examples, scenarios };
}

function documentsOf(
  { mappings }: ServiceDefinition,
  { expected }: Example,
  documents: Readonly<Record<string, string>>,
): DocumentResult[] {
  return mappings.map(({ id, format }) => {
    const got = documents[id] ?? "";
    const wanted = expected[id] || undefined;
    const differences = wanted === undefined ? undefined : compareDocuments(wanted, got, format);
    return { mapping: id, format, got, differences };
  });
}

/** Whether an example came out as its documents say. */
export function isAsExpected({ refused, documents }: ExampleResult): boolean {
  return refused.length === 0 && documents.every(({ differences }) => differences?.length === 0);
}
