import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { breakingChanges } from "./breaking/compare-documents.ts";
import type { Check, Finding } from "./check.ts";

const promised = "docs/api/openapi.json";
const declarations = "docs/api/breaking-changes.md";

/** What the API promised with its last release still holds, but for what is declared. */
export const promises: Check = {
  name: "API promises",
  async run(root) {
    const read = (path: string) => readFile(join(root, path), "utf8");
    const [before, after] = [await read(promised), await read("packages/sdk/openapi.json")];
    const found = breakingChanges(JSON.parse(before), JSON.parse(after));
    return judge(found, declaredIn(await read(declarations)));
  },
};

function judge(found: readonly string[], declared: readonly string[]): Finding[] {
  const undeclared = found.filter((change) => !declared.includes(change));
  const untrue = declared.filter((change) => !found.includes(change));
  return [
    ...undeclared.map((change) => ({
      place: promised,
      sentence: `promises what no longer holds: ${change}. Keep it, or declare it in ${declarations}.`,
    })),
    ...untrue.map((change) => ({
      place: declarations,
      sentence: `declares "${change}", which is no change since the last release.`,
    })),
  ];
}

/** The changes in code quotes that begin a point under "Not yet released". */
function declaredIn(page: string): string[] {
  const [, open = ""] = page.split(/^## Not yet released$/m);
  const [section = ""] = open.split(/^## /m);
  return [...section.matchAll(/^- `([^`]+)`/gm)].map(([, change = ""]) => change);
}
