import type { DryRun } from "@guildhall/contract";
import type { TenantCircles } from "../dry-run/run-circles.ts";
import { visible } from "../visible.ts";

/** Round trips as a person reads them: a line for each service, and the stations below one that did not get round. */
export function linesOfCircles({ tenant, runs }: TenantCircles): string[] {
  const width = Math.max(...runs.map(({ service }) => service.length), 0);
  return runs.length === 0 ? [] : [tenant, ...runs.flatMap((run) => linesOfRun(run, width))];
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
  return `${passed} of ${runs.length} ${runs.length === 1 ? "service" : "services"} went round the whole circle.`;
}
