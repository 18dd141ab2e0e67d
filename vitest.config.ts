import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globals: true,
    include: [
      "packages/*/src/**/*.test.{ts,tsx}",
      "services/*/src/**/*.test.{ts,tsx}",
      "infra/**/*.test.ts",
    ],
    env: { TZ: "Europe/London" },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
