import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const every = [
  "packages/*/src/**/*.test.{ts,tsx}",
  "services/*/src/**/*.test.{ts,tsx}",
  "infra/**/*.test.ts",
];
/** What changes its whole process: its timers and signals, or which pictures it reads. */
const alone = ["services/**", "packages/documents/**"];

/** Packages share processes, so that modules are loaded once for hundreds of files. */
export default defineConfig({
  test: {
    globals: true,
    env: { TZ: "Europe/London" },
    // Two at the least: much of what a test waits for is a browser or a disk.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "together", include: every, exclude: alone, isolate: false } },
      {
        extends: true,
        test: {
          name: "alone",
          include: ["services/*/src/**/*.test.{ts,tsx}", "packages/documents/src/**/*.test.ts"],
        },
      },
    ],
  },
});
