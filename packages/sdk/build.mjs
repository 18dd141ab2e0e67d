// Makes the package that is published, plain JavaScript with its types: in `dist`, or in the folder that is named.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const here = import.meta.dirname;
const into = resolve(process.argv[2] ?? join(here, "dist"));
rmSync(into, { recursive: true, force: true });
mkdirSync(into, { recursive: true });
const compiler = join(here, "node_modules/typescript/bin/tsc");
execFileSync(process.execPath, [compiler, "-p", "tsconfig.build.json", "--outDir", into], {
  cwd: here,
  stdio: "inherit",
});
// The compiler leaves the endings of our sources in the types, where nobody has those sources.
for (const path of readdirSync(into, { recursive: true }))
  if (path.endsWith(".d.ts")) {
    const types = readFileSync(join(into, path), "utf8");
    writeFileSync(join(into, path), types.replace(/(from "\.[^"]+)\.ts"/g, '$1.js"'));
  }
cpSync(join(here, "README.md"), join(into, "README.md"));
cpSync(join(here, "../../LICENSE"), join(into, "LICENSE"));
writeFileSync(join(into, "package.json"), `${JSON.stringify(manifest(), null, 2)}\n`);

function manifest() {
  const { name, version, description, keywords, license, engines } = JSON.parse(
    readFileSync(join(here, "package.json"), "utf8"),
  );
  return {
    name,
    version,
    description,
    keywords,
    license,
    engines,
    type: "module",
    sideEffects: false,
    exports: { ".": { types: "./index.d.ts", default: "./index.js" } },
    files: ["**/*.js", "**/*.d.ts"],
  };
}
