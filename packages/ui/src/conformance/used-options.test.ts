import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { toProps } from "./options.ts";
import { optionsIn } from "./used-options.ts";

const kit = join(import.meta.dirname, "../components");
const services = join(import.meta.dirname, "../../../../services");
const fixtures = join(
  createRequire(import.meta.url).resolve("govuk-frontend/package.json"),
  "../dist/govuk/components",
);

/** Options that no fixture has, since the macros write such a thing in another way; each has a test of its own. */
const ours: Readonly<Record<string, readonly string[]>> = {};

const sources = readdirSync(services, { recursive: true, encoding: "utf8" })
  .filter(
    (path) => path.endsWith(".tsx") && !path.includes("node_modules") && !/\.test\./.test(path),
  )
  .map((path) => readFileSync(join(services, path), "utf8"));

const names = readdirSync(kit)
  .map((file) => file.replace(/\.tsx$/, ""))
  .filter((name) => readdirSync(fixtures).includes(name));

it("reads the options of a tag, and nothing of their values", () => {
  const source =
    '<Input name="a > b" hint={x ? "y" : { classes: "z" }} disabled\n  label={<b id="c" />} />';
  expect(optionsIn(source, "Input")).toEqual(["name", "hint", "disabled", "label"]);
});

it.each(names)("every option of %s that a page uses is one that a fixture proves", (name) => {
  const component = name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const users = sources.filter((source) => importsFromKit(source, component));
  const used = new Set(users.flatMap((source) => optionsIn(source, component)));
  const known = JSON.parse(readFileSync(join(fixtures, name, "fixtures.json"), "utf8"));
  const proved = new Set(
    known.fixtures.flatMap(({ options }: { options: Record<string, unknown> }) =>
      Object.keys(toProps(options)),
    ),
  );
  expect([...used].filter((one) => !proved.has(one) && !ours[name]?.includes(one))).toEqual([]);
});

/** Whether this is our component, and not one of a page's own that is called alike. */
function importsFromKit(source: string, component: string): boolean {
  const imports = /import \{([^}]*)\} from "@guildhall\/ui"/.exec(source)?.[1] ?? "";
  return imports.split(",").some((name) => name.trim() === component);
}
