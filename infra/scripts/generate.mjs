// Writes what is made from code and kept in the repository: the OpenAPI document and the client made from it.
// With a folder as its argument it writes there instead, so that a check can compare.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const into = process.argv[2] ? resolve(process.argv[2]) : join(root, "packages/sdk");
mkdirSync(join(into, "src"), { recursive: true });

run("node", ["--import", "tsx", "infra/scripts/openapi.ts", join(into, "openapi.json")], root);
if (into !== join(root, "packages/sdk"))
  cpSync(join(root, "packages/sdk/openapi-ts.config.ts"), join(into, "openapi-ts.config.ts"));
const client = join(root, "packages/sdk/node_modules/@hey-api/openapi-ts/bin/run.js");
run(
  "node",
  [client, "-i", join(into, "openapi.json"), "-o", join(into, "src/generated")],
  join(root, "packages/sdk"),
);
for (const folder of ["client", "core"]) leaveUnchecked(join(into, "src/generated", folder));

/** The generated transport is not written for exact optional properties; its types are checked where they are used. */
function leaveUnchecked(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    writeFileSync(path, `// @ts-nocheck\n${readFileSync(path, "utf8")}`);
  }
}

function run(command, args, cwd) {
  execFileSync(command, args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
}
