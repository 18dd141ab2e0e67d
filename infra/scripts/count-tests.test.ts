import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const script = resolve(import.meta.dirname, "count-tests.mjs");

describe("count-tests", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "guildhall-count-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("says how many tests passed and failed", () => {
    expect(count(report({ passed: 12, failed: 0, success: true }))).toEqual({
      line: "12 passed, 0 failed\n",
      code: 0,
    });
    expect(count(report({ passed: 11, failed: 1, success: false }))).toEqual({
      line: "11 passed, 1 failed\n",
      code: 1,
    });
  });

  it("counts a file that could not be loaded as a failure", () => {
    const broken = [{ status: "failed", assertionResults: [] }];
    const { line, code } = count(report({ passed: 5, failed: 0, success: false, files: broken }));
    expect({ line, code }).toEqual({ line: "5 passed, 1 failed\n", code: 1 });
  });

  it("counts a file whose tests failed by its tests", () => {
    const files = [{ status: "failed", assertionResults: [{ status: "failed" }] }];
    expect(count(report({ passed: 5, failed: 1, success: false, files })).line).toBe(
      "5 passed, 1 failed\n",
    );
  });

  it("counts a run that failed outside its tests as a failure", () => {
    expect(count(report({ passed: 5, failed: 0, success: false })).line).toBe(
      "5 passed, 1 failed\n",
    );
  });

  it("counts a run that wrote nothing as a failure", () => {
    expect(count(join(folder, "none.json"))).toEqual({ line: "0 passed, 1 failed\n", code: 1 });
  });

  function report({
    passed,
    failed,
    success,
    files = [],
  }: {
    passed: number;
    failed: number;
    success: boolean;
    files?: readonly unknown[];
  }): string {
    const path = join(folder, "report.json");
    const written = { numPassedTests: passed, numFailedTests: failed, success, testResults: files };
    writeFileSync(path, JSON.stringify(written));
    return path;
  }
});

function count(path: string): { line: string; code: number | null } {
  const { stdout, status } = spawnSync(process.execPath, [script, path], { encoding: "utf8" });
  return { line: stdout, code: status };
}
