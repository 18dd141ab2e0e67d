import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const every = [
  "packages/*/src/**/*.test.{ts,tsx}",
  "services/*/src/**/*.test.{ts,tsx}",
  "infra/**/*.test.ts",
];
/** What changes its whole process: its timers and signals, or which pictures it reads. */
const alone = [
  "services/{api,guildhall,worker}/src/**/*.test.{ts,tsx}",
  "packages/documents/src/**/*.test.ts",
];

/** Begins with what takes longest, so that no one test is waited for at the end. */
class BrowsersFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => moduleId.includes(".browser.");
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** All others share processes, so that modules are loaded once for hundreds of files. */
export default defineConfig({
  test: {
    globals: true,
    env: { TZ: "Europe/London" },
    // Two at the least: much of what a test waits for is a browser or a disk.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    sequence: { sequencer: BrowsersFirst },
    projects: [
      { extends: true, test: { name: "together", include: every, exclude: alone, isolate: false } },
      { extends: true, test: { name: "alone", include: alone } },
    ],
  },
});
