import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { problems } from "@guildhall/contract";
import type { Check, Finding } from "./check.ts";
import { filesUnder } from "./files.ts";

const folder = "docs/problems";
const registry: Readonly<Record<string, { status: number; title: string }>> = problems;

/** A page for every problem that a caller can meet, and none for any other. */
export const problemPages: Check = {
  name: "problem pages",
  async run(root) {
    const pages = await filesUnder(join(root, folder));
    const missing = Object.keys(registry).filter((code) => !pages.includes(`${code}.md`));
    const checked = await Promise.all(pages.map((page) => checkPage(root, page)));
    return [
      ...missing.map((code) => ({
        place: `${folder}/${code}.md`,
        sentence: `is missing: packages/contract/src/problems.ts has the problem "${code}".`,
      })),
      ...checked.flat(),
    ];
  },
};

async function checkPage(root: string, page: string): Promise<Finding[]> {
  const place = `${folder}/${page}`;
  const code = basename(page, ".md");
  const problem = registry[code];
  if (!problem) return [{ place, sentence: `is of no problem: there is none called "${code}".` }];
  const text = await readFile(join(root, place), "utf8");
  const wanted = [`# ${problem.title}\n`, `\`${code}\``, `"status": ${problem.status}`];
  return wanted
    .filter((part) => !text.includes(part))
    .map((part) => ({ place, sentence: `does not say ${part.trim()}.` }));
}
