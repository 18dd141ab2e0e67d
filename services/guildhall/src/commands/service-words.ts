import type { DocumentResult, ExampleResult, ServiceResult } from "../examples/run-examples.ts";
import { isAsExpected } from "../examples/run-examples.ts";
import { isAsWanted, type ScenarioCheck } from "../examples/run-scenarios.ts";
import type { TenantResult } from "../examples/run-tenants.ts";
import { linesOf } from "../examples/words.ts";
import { lineOfFault, visible } from "../visible.ts";

/** A tenant's results as a person reads them: a line for each service, and what is different below it. */
export function linesOfTenant({ tenant, faults, services }: TenantResult): string[] {
  if (faults.length > 0) {
    const lines = faults.map((fault) => `  ${lineOfFault(fault)}`);
    return [`${tenant} cannot be read:`, ...lines];
  }
  return services.length === 0 ? [] : [tenant, ...services.flatMap(linesOfService)];
}

function linesOfService({ service, examples, scenarios }: ServiceResult): string[] {
  const below = scenarios.flatMap(linesOfCheck);
  const failed = examples.filter((one) => !isAsExpected(one));
  const count = countOf(examples.length, "example");
  if (examples.length === 0) return [`  – ${service}: no examples`, ...below];
  if (failed.length === 0) return [`  ✓ ${service}: ${count}`, ...below];
  const head = `  ✗ ${service}: ${failed.length} of ${count} not as expected`;
  return [head, ...failed.flatMap(linesOfExample), ...below];
}

/** A scenario as far as no server is needed for it. */
function linesOfCheck({ name, differences }: ScenarioCheck): string[] {
  if (!differences) return [`      – “${visible(name)}” is only run with --circle`];
  if (differences.length === 0) return [`      ✓ “${visible(name)}” as far as its document`];
  return [`      ✗ “${visible(name)}”`, ...differences.map((said) => `          ${visible(said)}`)];
}

function linesOfExample({ name, about, refused, documents }: ExampleResult): string[] {
  return [
    `      ${name}: ${about}`,
    ...refused.map((sentence) => `        refused  ${sentence}`),
    ...documents.flatMap(linesOfDocument),
  ];
}

function linesOfDocument({ mapping, differences }: DocumentResult): string[] {
  if (!differences) return [`        ${mapping}: there is no document yet; --update writes it`];
  const lines = differences.flatMap(linesOf);
  return lines.length === 0
    ? []
    : [`        ${mapping}:`, ...lines.map((line) => `          ${line}`)];
}

/** The sentence at the end. */
export function summarise(results: readonly TenantResult[]): string {
  const examples = results.flatMap(({ services }) => services.flatMap((one) => one.examples));
  const good = examples.filter(isAsExpected).length;
  const unread = results.filter(({ faults }) => faults.length > 0).length;
  const written = results.reduce((sum, one) => sum + one.written, 0);
  const wrote = written === 0 ? "" : ` ${countOf(written, "document")} written.`;
  const read = unread === 0 ? "" : ` ${countOf(unread, "folder")} could not be read.`;
  const checks = results.flatMap(({ services }) => services.flatMap((one) => one.scenarios));
  const red = checks.filter((one) => !isAsWanted(one)).length;
  const went = red === 0 ? "" : ` ${countOf(red, "scenario")} otherwise than wanted.`;
  return `${number(good)} of ${countOf(examples.length, "example")} as expected.${went}${wrote}${read}`;
}

/** The same for programs. */
export function asJson(results: readonly TenantResult[]) {
  return {
    tenants: results.map(({ tenant, faults, services, written }) => ({
      tenant,
      written,
      faults: faults.map(({ file, line, sentence }) => ({ file, line, sentence })),
      services: services.map(({ service, examples, scenarios }) => ({
        service,
        scenarios: scenarios.map((one) => ({ ...one, asWanted: isAsWanted(one) })),
        examples: examples.map((example) => ({
          name: example.name,
          about: example.about,
          asExpected: isAsExpected(example),
          refused: example.refused,
          documents: example.documents.map(({ mapping, differences }) => ({
            mapping,
            isThere: differences !== undefined,
            differences: differences ?? [],
          })),
        })),
      })),
    })),
  };
}

function countOf(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? "" : "s"}`;
}

function number(count: number): string {
  return count.toLocaleString("en-GB");
}
