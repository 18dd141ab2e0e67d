import { type Check, type Finding, run } from "./check.ts";

const line = /^(.+?)\((\d+),\d+\): error (TS\d+): (.+)$/;

/** The whole tree as TypeScript sees it, by `tsconfig.json`. */
export const types: Check = {
  name: "types",
  async run(root) {
    const { code, output } = await run(
      "node_modules/.bin/tsc",
      ["-p", ".", "--pretty", "false"],
      root,
    );
    const findings = output.split("\n").flatMap(toFinding);
    if (code !== 0 && findings.length === 0) throw new Error(`tsc failed:\n${output}`);
    return findings;
  },
};

function toFinding(text: string): Finding[] {
  const [, path, number, code, sentence] = line.exec(text) ?? [];
  return path === undefined
    ? []
    : [{ place: `${path}:${number}`, sentence: `${sentence} (${code})` }];
}
