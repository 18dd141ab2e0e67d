import { type Check, type Finding, run } from "./check.ts";

/** What Biome reports of one place, in the version that the lock file names. */
interface Diagnostic {
  readonly category: string;
  readonly message: string;
  readonly location: { readonly path: string; readonly start: { readonly line: number } };
}

/** Format, names, sizes and imports of every file, by Biome and the rules in `biome.json`. */
export const style: Check = {
  name: "format and lint",
  async run(root) {
    const args = ["check", ".", "--max-diagnostics=none", "--reporter=json"];
    const { output } = await run("node_modules/.bin/biome", args, root);
    return diagnosticsIn(output).map(toFinding);
  },
};

/** Biome tells on other lines that its JSON may change one day. */
function diagnosticsIn(output: string): readonly Diagnostic[] {
  const line = output.split("\n").find((text) => text.startsWith('{"summary"'));
  if (line === undefined) throw new Error(`Biome did not report:\n${output}`);
  return JSON.parse(line).diagnostics;
}

function toFinding({ category, message, location: { path, start } }: Diagnostic): Finding {
  if (category === "format")
    return { place: path, sentence: "is not formatted; npm run format does it." };
  const rule = category.replace(/^lint\//, "");
  const sentence = message.replace(/\s+/g, " ");
  return { place: `${path}:${start.line}`, sentence: `${sentence} (${rule})` };
}
