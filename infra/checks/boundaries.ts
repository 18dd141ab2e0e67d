import { relative } from "node:path";
import { type Check, type Finding, run } from "./check.ts";

/** Who may import whom, by the tags in `turbo.json` and each package's own. */
export const boundaries: Check = {
  name: "boundaries",
  async run(root) {
    const { code, output } = await run("node_modules/.bin/turbo", ["boundaries"], root);
    const findings = diagnosticsIn(output).map((lines) => toFinding(lines, root));
    if (code !== 0 && findings.length === 0) throw new Error(`turbo boundaries failed:\n${output}`);
    return findings;
  },
};

/** A diagnostic begins with an indented x and ends where the next begins. */
function diagnosticsIn(output: string): string[][] {
  const found: string[][] = [];
  for (const line of output.split("\n")) {
    if (/^ {2}[x×] /.test(line)) found.push([]);
    found.at(-1)?.push(line);
  }
  return found;
}

/** Its words, wrapped over lines that begin with a bar, then the place in brackets. */
function toFinding(lines: readonly string[], root: string): Finding {
  const end = lines.findIndex((line, index) => index > 0 && !/^ {2}[|│] /.test(line));
  const sentence = lines
    .slice(0, end)
    .map((line) => line.slice(4).trim())
    .join(" ");
  const [, path = "", number = ""] = /\[(.+):(\d+):\d+\]/.exec(lines[end] ?? "") ?? [];
  const place = path.startsWith("/") ? relative(root, path) : path;
  return { place: `${place}:${number}`, sentence: `${sentence}.` };
}
