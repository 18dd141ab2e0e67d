import { appendFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { change, cycle, depend, dependency, file, lines, type Planted, says } from "./planting.ts";

const councilSummary = '"summary": "Read about the council and its brands",';

/** Every rule of the house, broken once. */
export const violations: readonly Planted[] = [
  file("a file that is not formatted", "packages/process/src/planted-form.ts", {
    text: "export const  value = 1",
    says: "is not formatted",
  }),
  file("a file of more than 250 lines", "packages/process/src/planted-long.ts", {
    text: lines(251, (index) => `export const value${index} = ${index};`),
    says: "too many lines",
  }),
  file("a function of more than 40 lines", "packages/process/src/planted-function.ts", {
    text: `export function add(total: number): number {\n  let sum = total;\n${lines(40, (index) => `  sum += ${index};`)}\n  return sum;\n}`,
    says: "noExcessiveLinesPerFunction",
  }),
  file("a function that is hard to follow", "packages/process/src/planted-complex.ts", {
    text: `export function pick(of: number): number {\n${"if (of > 1) {".repeat(5)} return 1; ${"}".repeat(5)}\n return of;\n}`,
    says: "noExcessiveCognitiveComplexity",
  }),
  file("more than four parameters", "packages/process/src/planted-params.ts", {
    text: "export function sum(a: number, b: number, c: number, d: number, e: number): number {\n  return a + b + c + d + e;\n}",
    says: "useMaxParams",
  }),
  file("any", "packages/process/src/planted-any.ts", {
    text: "export const value: any = 1;",
    says: "noExplicitAny",
  }),
  file("console", "packages/process/src/planted-console.ts", {
    text: 'console.log("here");',
    says: "noConsole",
  }),
  file("the environment outside main and config", "packages/process/src/planted-env.ts", {
    text: "export const port = process.env.PORT;",
    says: "noProcessEnv",
  }),
  file("a default export", "packages/process/src/planted-default.ts", {
    text: "export default 1;",
    says: "noDefaultExport",
  }),
  file("an enum", "packages/process/src/planted-enum.ts", {
    text: "export enum Colour {\n  Red,\n}",
    says: "noEnum",
  }),
  {
    rule: "an import cycle",
    says: says("packages/process/src/planted-one.ts", "noImportCycles"),
    async plant(root) {
      const folder = join(root, "packages/process/src");
      await writeFile(join(folder, "planted-one.ts"), cycle("one", "two"));
      await writeFile(join(folder, "planted-two.ts"), cycle("two", "one"));
    },
  },
  file("a dependency that is not declared", "packages/process/src/planted-undeclared.ts", {
    text: 'import "hono";',
    says: "noUndeclaredDependencies",
  }),
  file("a test's dependency outside tests", "packages/process/src/planted-dev.ts", {
    text: 'import "fast-check";',
    says: "noUndeclaredDependencies",
  }),
  file("what tests are made with, outside tests", "services/worker/src/planted-testing.ts", {
    text: 'import "@guildhall/store/testing";',
    says: "noRestrictedImports",
  }),
  file("an import without its ending", "packages/process/src/planted-ending.ts", {
    text: 'import "./begin";',
    says: "useImportExtensions",
  }),
  file("a file name that is not kebab-case", "packages/process/src/plantedName.ts", {
    text: "export const value = 1;",
    says: "useFilenamingConvention",
  }),
  file("a promise that nobody waits for", "packages/process/src/planted-promise.ts", {
    text: "async function later(): Promise<void> {}\n\nexport function now(): void {\n  later();\n}",
    says: "noFloatingPromises",
  }),
  file("a type error", "packages/process/src/planted-type.ts", {
    text: 'export const value: number = "one";',
    says: "TS2322",
  }),
  file("an import of a package that is not declared", "packages/process/src/planted-import.ts", {
    text: 'import "@guildhall/keys";',
    says: "cannot import package `@guildhall/keys`",
  }),
  file("an import that leaves the package", "packages/process/src/planted-leave.ts", {
    text: 'import "../../keys/src/index.ts";',
    says: "leaves the package",
  }),
  dependency("packages/contract", "@guildhall/forms"),
  dependency("packages/keys", "@guildhall/store"),
  dependency("packages/forms", "@guildhall/mapping"),
  dependency("packages/domain", "@guildhall/connectors"),
  dependency("packages/sdk", "@guildhall/contract"),
  dependency("packages/ui", "@guildhall/forms"),
  dependency("packages/runtime", "@guildhall/store"),
  dependency("services/portal", "@guildhall/domain"),
  dependency("services/simulators", "@guildhall/domain"),
  dependency("services/api", "@guildhall/worker"),
  dependency("services/worker", "@guildhall/portal"),
  {
    rule: "a package for tests that is wanted by the product",
    says: /services\/api\/package\.json may have @guildhall\/testing for its tests only/,
    plant: (root) => depend(root, "services/api", "@guildhall/testing"),
  },
  {
    rule: "the reader of XML that is wanted by the verbs themselves",
    says: /packages\/domain\/package\.json may have @guildhall\/xml for its tests only/,
    plant: (root) => depend(root, "packages/domain", "@guildhall/xml"),
  },
  {
    rule: "a dependency that nothing imports",
    says: /packages\/process\/package\.json depends on left-out, which nothing there imports/,
    plant: (root) => depend(root, "packages/process", "left-out"),
  },
  {
    rule: "two ranges of one dependency",
    says: /services\/worker\/package\.json wants zod 0\.0\.1, but /,
    plant: (root) => depend(root, "services/worker", "zod", "0.0.1"),
  },
  {
    rule: "a problem without its page",
    says: /docs\/problems\/busy\.md is missing/,
    plant: (root) => rm(join(root, "docs/problems/busy.md")),
  },
  file("a page without its problem", "docs/problems/planted-problem.md", {
    text: "# Planted",
    says: "is of no problem",
  }),
  {
    rule: "a page that says another status than its problem",
    says: /docs\/problems\/not-found\.md does not say "status": 404/,
    plant: (root) => change(root, "docs/problems/not-found.md", '"status": 404', '"status": 410'),
  },
  file("a runbook without its alert", "docs/runbooks/planted-runbook.md", {
    text: "# Planted",
    says: "is of no alert",
  }),
  {
    rule: "an alert without its runbook",
    says: /docs\/runbooks\/work-stuck\.md is missing/,
    plant: (root) => rm(join(root, "docs/runbooks/work-stuck.md")),
  },
  {
    rule: "an alert on what is not shown",
    says: /rules\.yaml QueueInTrouble reads guildhall_nothing/,
    plant: (root) =>
      change(root, "infra/prometheus/rules.yaml", "guildhall_queue_trouble", "guildhall_nothing"),
  },
  file("a path in the docs that leads nowhere", "docs/planted-path.md", {
    text: "See `packages/nowhere/src/index.ts`.",
    says: "names packages/nowhere/src/index.ts",
  }),
  file("a link in the docs that leads nowhere", "docs/planted-link.md", {
    text: "See [this](decisions/nowhere.md).",
    says: "names docs/decisions/nowhere.md",
  }),
  file("a script in the docs that is none", "docs/planted-script.md", {
    text: "Run `npm run nowhere`.",
    says: "says npm run nowhere",
  }),
  {
    rule: "an OpenAPI document that differs from the API",
    says: says("packages/sdk/openapi.json", "is not what the API says now"),
    plant: (root) =>
      change(root, "packages/sdk/openapi.json", '"openapi": "3.1.0"', '"openapi": "3.1.1"'),
  },
  {
    rule: "a client that differs from the OpenAPI document",
    says: says("packages/sdk/src/generated/sdk.gen.ts", "is not what the API says now"),
    plant: (root) =>
      appendFile(join(root, "packages/sdk/src/generated/sdk.gen.ts"), "// planted\n"),
  },
  {
    rule: "an operation that is not described as it should be",
    says: says("packages/sdk/openapi.json#/paths/~1tenant/get", "(operation-summary)"),
    plant: (root) => change(root, "packages/sdk/openapi.json", councilSummary, ""),
  },
  {
    rule: "the same in OpenAPI 3.0",
    says: says("packages/sdk/openapi.json in 3.0#/paths/~1tenant/get", "(operation-summary)"),
    plant: () => Promise.resolve(),
  },
  {
    rule: "a promise of the API that is broken",
    says: says("docs/api/openapi.json", "no longer holds: getCouncil is called getTenant."),
    plant: (root) =>
      change(
        root,
        "docs/api/openapi.json",
        '"operationId": "getTenant"',
        '"operationId": "getCouncil"',
      ),
  },
  {
    rule: "a change that is declared, and was not made",
    says: says("docs/api/breaking-changes.md", 'declares "getNothing is gone", which is no change'),
    plant: (root) =>
      appendFile(join(root, "docs/api/breaking-changes.md"), "\n- `getNothing is gone`\n"),
  },
  {
    rule: "a table of settings that differs from the code",
    says: says("docs/configuration.md", "has another table of settings"),
    plant: (root) => change(root, "docs/configuration.md", "| `PORT` |", "| `PROT` |"),
  },
];
