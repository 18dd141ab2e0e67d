import { readFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import type { Check, Finding } from "./check.ts";
import { filesUnder } from "./files.ts";

/** A decision record is never edited, so what it names may be gone. */
const records = /^docs\/decisions\/\d/;
const rooted = /^(?:packages|services|tenants|infra|docs|\.ci)\/|^[\w.-]+\.(?:md|json|ts)$/;

/** Every file that a page links to or names in code quotes is there, and so is every script that it tells to run. */
export const docPaths: Check = {
  name: "paths in docs",
  async run(root) {
    const files = await filesUnder(root);
    const { scripts } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    const pages = files.filter((path) => path.endsWith(".md") && !records.test(path));
    const found = await Promise.all(
      pages.map(async (page) => {
        const text = await readFile(join(root, page), "utf8");
        return [...checkPaths(text, page, files), ...checkScripts(text, page, scripts)];
      }),
    );
    return found.flat();
  },
};

function checkPaths(text: string, page: string, files: readonly string[]): Finding[] {
  return withoutBlocks(text).flatMap((line, index) =>
    pathsIn(line, page)
      .filter((path) => !isThere(path, page, files))
      .map((path) => finding(page, index, `names ${path}, which is not there.`)),
  );
}

function checkScripts(text: string, page: string, scripts: object): Finding[] {
  return text
    .split("\n")
    .flatMap((line, index) =>
      [...line.matchAll(/npm run ([a-z:]+)(?!.*--workspace)/g)]
        .filter(([, name = ""]) => !(name in scripts))
        .map(([command]) => finding(page, index, `says ${command}, which is no script.`)),
    );
}

function finding(page: string, index: number, sentence: string): Finding {
  return { place: `${page}:${index + 1}`, sentence };
}

/** Blocks of code are examples; their lines stay, empty, so that numbers hold. */
function withoutBlocks(text: string): string[] {
  let inside = false;
  return text.split("\n").map((line) => {
    const fence = /^\s*```/.test(line);
    if (fence) inside = !inside;
    return fence || inside ? "" : line;
  });
}

/** Paths from the root: what links lead to, and what is quoted and begins at the root. */
function pathsIn(line: string, page: string): string[] {
  const links = [...line.matchAll(/\]\(([^)\s]+)\)|(?:src|href|srcset)="([^"]+)"/g)]
    .map(([, link = "", attribute = ""]) => (link || attribute).replace(/#.*$/, ""))
    .filter((target) => target !== "" && !/^(?:[a-z]+:|\/)/.test(target))
    .map((target) => normalize(join(dirname(page), target)));
  const quoted = [...line.matchAll(/`([^`\s]+)`/g)]
    .map(([, text = ""]) => text.replace(/[#:]\d*$/, ""))
    .filter((text) => rooted.test(text));
  return [...links, ...quoted];
}

/**
 * `<name>` and `*` in a path stand for any one name.
 *
 * A bare file name may be anywhere; a page inside a folder may leave out the way to that folder, and one step more.
 */
function isThere(path: string, page: string, files: readonly string[]): boolean {
  const folder = page.startsWith("docs/") ? "." : dirname(page);
  const inside = folder === "." ? "" : `(?:${literal(folder)}/(?:[^/]+/)?)?`;
  const anywhere = path.includes("/") ? inside : "(?:.+/)?";
  const shape = new RegExp(`^${anywhere}${patternOf(path)}(?:/|$)`);
  return files.some((file) => shape.test(file));
}

function patternOf(path: string): string {
  const parts = path.replace(/\/$/, "").split(/<[^>]*>|\*/);
  return parts.map(literal).join("[^/]+");
}

function literal(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
}
