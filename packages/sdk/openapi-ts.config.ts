import { defineConfig } from "@hey-api/openapi-ts";

type Operation = { parameters?: { name?: string; required?: boolean }[] };

/** The client sends a key of its own where the caller names none, so that nobody has to. */
function makeKeyOptional({ paths = {} }: { paths?: object }): void {
  Object.values(paths)
    .flatMap((path: object) => Object.values<Operation>(path))
    .flatMap(({ parameters = [] }) => parameters)
    .filter(({ name }) => name === "Idempotency-Key")
    .forEach((parameter) => {
      parameter.required = false;
    });
}

export default defineConfig({
  input: "./openapi.json",
  output: { path: "./src/generated", clean: true },
  parser: { patch: makeKeyOptional },
  plugins: [{ name: "@hey-api/client-fetch" }, "@hey-api/typescript", { name: "@hey-api/sdk" }],
});
