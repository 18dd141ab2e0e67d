// Says in one line how many tests passed and failed, from the JSON that vitest wrote to the given file.
import { existsSync, readFileSync } from "node:fs";

const [path = ""] = process.argv.slice(2);
const { passed, failed } = count(path);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

/** A run that wrote nothing, or failed outside its tests, has one failure at least. */
function count(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(file, "utf8"));
  const broken = report.testResults.filter(isBroken).length;
  const failures = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    failed: report.success ? failures : Math.max(failures, 1),
  };
}

/** A file that could not be loaded fails without a test of its own. */
function isBroken({ status, assertionResults }) {
  return status === "failed" && !assertionResults.some((test) => test.status === "failed");
}
