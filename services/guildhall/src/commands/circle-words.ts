import type { DryRun, ScenarioResult } from "@guildhall/contract";
import type { TenantCircles } from "../dry-run/run-circles.ts";
import { visible } from "../visible.ts";

/** Round trips as a person reads them: a line for each service, and the stations below one that did not get round. */
export function linesOfCircles({ tenant, runs, scenarios }: TenantCircles): string[] {
  const width = Math.max(...runs.map(({ service }) => service.length), 0);
  const lines = runs.flatMap((run) => {
    const own = scenarios.filter(({ service }) => service === run.service);
    const results = own.flatMap((one) => one.results);
    return [...linesOfRun(run, width), ...results.flatMap(linesOfScenario)];
  });
  return lines.length === 0 ? [] : [tenant, ...lines];
}

/** A scenario in a sentence; of one that is red, all that is otherwise. */
function linesOfScenario({ outcome, verdict, differences }: ScenarioResult): string[] {
  if (outcome === "passed") return [`      ✓ ${visible(verdict)}`];
  const others = differences.slice(1).map((said) => `          ${visible(said)}`);
  return [`      ✗ ${visible(verdict)}`, ...others];
}

function linesOfRun(run: DryRun, width: number): string[] {
  const name = run.service.padEnd(width);
  if (run.outcome === "passed") return [`  ✓ ${name}  ${factsOf(run).join("  ")}`];
  const steps = run.steps.flatMap(({ step, state, sentence, faults = [] }) => [
    `      ${marks[state]} ${step.padEnd(10)} ${visible(sentence)}`,
    ...faults.map((fault) => `          ${visible(fault)}`),
  ]);
  return [`  ✗ ${name}  ${visible(run.verdict)}`, ...steps];
}

const marks = { passed: "✓", failed: "✗", waiting: "…", skipped: "–" } as const;

function factsOf({ steps, theirReferences, stages, messages }: DryRun): string[] {
  const ms = steps.reduce((sum, step) => sum + step.ms, 0);
  const cases = Object.entries(theirReferences).map(([connector, one]) => `${connector} ${one}`);
  return [
    `${(ms / 1000).toFixed(1).padStart(5)} s`,
    cases.join(", ") || "nothing is delivered",
    stages.join(" → "),
    `${messages.length} ${messages.length === 1 ? "message" : "messages"}`,
  ];
}

/** The sentence at the end. */
export function summariseCircles(tenants: readonly TenantCircles[]): string {
  const runs = tenants.flatMap((one) => one.runs);
  const passed = runs.filter(({ outcome }) => outcome === "passed").length;
  const results = tenants.flatMap((one) => one.scenarios).flatMap((one) => one.results);
  const green = results.filter(({ outcome }) => outcome === "passed").length;
  const went =
    results.length === 0
      ? ""
      : ` ${green} of ${countOf(results.length, "scenario")} went as they have to.`;
  return `${passed} of ${countOf(runs.length, "service")} went round the whole circle.${went}`;
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
