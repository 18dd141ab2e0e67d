import { defineConfig } from "@hey-api/openapi-ts";

export default defineConfig({
  input: "./openapi.json",
  output: { path: "./src/generated", clean: true },
  plugins: [{ name: "@hey-api/client-fetch" }, "@hey-api/typescript", { name: "@hey-api/sdk" }],
});
