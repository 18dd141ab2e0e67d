import { z } from "zod";
import { type Check, type Finding, run } from "./check.ts";

const Report = z.object({
  diagnostics: z.array(
    z.object({
      category: z.string(),
      message: z.string(),
      location: z.object({ path: z.string(), start: z.object({ line: z.int() }) }),
    }),
  ),
});
type Diagnostic = z.infer<typeof Report>["diagnostics"][number];

/** Format, names, sizes and imports of every file, by Biome and the rules in `biome.json`. */
export const style: Check = {
  name: "format and lint",
  async run(root) {
    const args = ["check", ".", "--max-diagnostics=none", "--reporter=json"];
    const { output } = await run("node_modules/.bin/biome", args, root);
    return reportIn(output).diagnostics.map(toFinding);
  },
};

/** Biome tells on other lines that its JSON may change one day. */
function reportIn(output: string): z.infer<typeof Report> {
  const line = output.split("\n").find((text) => text.startsWith('{"summary"'));
  if (line === undefined) throw new Error(`Biome did not report:\n${output}`);
  return Report.parse(JSON.parse(line));
}

function toFinding({ category, message, location: { path, start } }: Diagnostic): Finding {
  if (category === "format")
    return { place: path, sentence: "is not formatted; npm run format does it." };
  const rule = category.replace(/^lint\//, "");
  const sentence = message.replace(/\s+/g, " ");
  return { place: `${path}:${start.line}`, sentence: `${sentence} (${rule})` };
}
