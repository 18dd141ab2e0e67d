import { type Data, type Fields, isFields, ownOf, partOf } from "../data.ts";
import { wayTo } from "../locate.ts";
import { placeOf } from "../names.ts";
import { fieldWords } from "./field-words.ts";
import { quoted } from "./quoted.ts";

/** What an item of a list is called, and the field that it is known by to a person. */
const kinds: Readonly<Record<string, readonly [noun: string, title: (item: Fields) => unknown]>> = {
  pages: ["page", ({ title }) => title],
  sections: ["section", ({ title }) => title],
  conditions: ["condition", ({ name }) => name],
  questions: ["question", ({ label }) => label],
  options: ["option", ({ label }) => label],
  stages: ["stage", ({ title }) => title],
  statuses: ["status", ({ external }) => external],
  steps: ["step", ({ title, id }) => title ?? id],
  mappings: ["mapping", ({ id }) => id],
  rows: ["row", ({ target }) => target],
  scenarios: ["scenario", ({ name }) => name],
};

/** Name a kind of item: “page”, “question”; “item” where the list is of none that is known. */
export function nounOf(key: string): string {
  return ownOf(kinds, key)?.[0] ?? "item";
}

/** Call an item of the list `key` by its noun and its title: `question “Where is the noise?”`. */
export function itemWords(key: string, item: Data | undefined, name: string): string {
  const title = isFields(item) ? ownOf(kinds, key)?.[1](item) : undefined;
  return `${nounOf(key)} ${quoted(typeof title === "string" && title !== "" ? title : name)}`;
}

/** Name a part in the words of the service: `the hint of the question “Where is the noise?”`. */
export function partWords(whole: Data, steps: readonly string[]): string {
  if (steps.length === 0) return "the service";
  const [first, path] = steps;
  if (first === "welsh" && path !== undefined) {
    return `the Welsh of ${partWords(whole, englishSteps(whole, path))}`;
  }
  const { list, items, fields } = parted(whole, steps);
  const of = items.join(" of ");
  if (fields.length === 0) return of;
  const field = `the ${fieldWords(list, fields)}`;
  const owner = items.length === 0 && ofService.has(fields.join("/")) ? "the service" : of;
  return owner === "" ? field : `${field} of ${owner}`;
}

/** Fields that other parts have too, so that they are told by whose they are. */
const ofService: ReadonlySet<string> = new Set(["id", "title", "summary", "category", "brand"]);

/** Tell whether words for a part mean several things: “the options of the question …”. */
export function areMany(words: string): boolean {
  return /^the ((error )?texts|words|contact details|rules|answers|namespaces|statuses|scenarios|pages|questions|options|conditions|sections|stages|steps|mappings|rows|messages)\b/i.test(
    words,
  );
}

/** Begin a sentence with words. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The steps to the English text that a translation is kept for; its own name where there is none. */
export function englishSteps(whole: Data, path: string): string[] {
  const steps = path.split(".");
  const [form, questions, id] = steps;
  if (form !== "form" || questions !== "questions") return steps;
  const pages = partOf(partOf(whole, "form"), "pages");
  const page = (Array.isArray(pages) ? pages : []).find((one) => {
    const asked = partOf(one, "questions");
    return Array.isArray(asked) && placeOf("questions", asked, id ?? "") >= 0;
  });
  const name = partOf(page, "id");
  return typeof name === "string" ? ["form", "pages", name, ...steps.slice(1)] : steps;
}

/** Take a path apart: the items on it, the innermost first, and the fields behind the last of them. */
function parted(whole: Data, steps: readonly string[]) {
  let list = "";
  let items: string[] = [];
  let fields: string[] = [];
  steps.forEach((step, at) => {
    const way = wayTo(whole, steps.slice(0, at));
    const here = way?.reduce<Data | undefined>(partOf, whole);
    const key = fields.at(-1) ?? "";
    if (!Array.isArray(here) || !Object.hasOwn(kinds, key)) {
      fields.push(step);
      return;
    }
    const called = `the ${itemWords(key, here[placeOf(key, here, step)], step)}`;
    items = isNested(key, list) ? [called, ...items] : [called];
    list = key;
    fields = [];
  });
  return { list, items, fields };
}

/** A question is known without its page; an option is not known without its question. */
function isNested(key: string, outer: string): boolean {
  return key === "options" || key === "rows" || (key === "questions" && outer === "questions");
}
