import { alerts } from "./alerts.ts";
import { boundaries } from "./boundaries.ts";
import { promises } from "./breaking-changes.ts";
import type { Check, Finding } from "./check.ts";
import { docPaths } from "./doc-paths.ts";
import { generated } from "./generated.ts";
import { manifests } from "./manifests.ts";
import { openApiLint } from "./openapi-lint.ts";
import { problemPages } from "./problem-pages.ts";
import { style } from "./style.ts";
import { types } from "./types.ts";

const checks: readonly Check[] = [
  style,
  types,
  boundaries,
  generated,
  openApiLint,
  promises,
  docPaths,
  problemPages,
  alerts,
  manifests,
];
const passed = await Promise.all(checks.map(report));
const failed = passed.filter((well) => !well).length;
console.log(failed === 0 ? "\nAll is well." : `\n${failed} of ${checks.length} checks fail.`);
process.exitCode = failed === 0 ? 0 : 1;

/** Run a check, print its line and what it found, and tell whether it found nothing. */
async function report({ name, run }: Check): Promise<boolean> {
  const began = performance.now();
  const findings = await run(process.cwd()).catch(unableTo);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const mark = findings.length === 0 ? "ok  " : "FAIL";
  const lines = findings.map(({ place, sentence }) => `       ${place} ${sentence}`);
  console.log([`${mark} ${name.padEnd(18)} ${seconds} s`, ...lines].join("\n"));
  return findings.length === 0;
}

function unableTo(error: unknown): Finding[] {
  return [{ place: "", sentence: error instanceof Error ? error.message : String(error) }];
}
