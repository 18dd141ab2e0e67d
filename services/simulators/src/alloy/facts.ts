import type { Choice } from "../pages/parts.tsx";
import { ukDay, ukTime } from "../uk-time.ts";
import type { Alloy } from "./alloy.ts";
import type { Attribute } from "./design-config.ts";
import { core, filesDesign } from "./designs.ts";
import { type Item, linksOf } from "./item.ts";
import { labelOf, named } from "./workflow.ts";
import type { Workflow } from "./workflow-config.ts";

/** One attribute as officers read it. */
export interface Fact {
  readonly name: string;
  readonly text: string;
  /** Where the value is files kept in Alloy. */
  readonly files?: readonly Choice[];
}

/** The attributes with these codes that have a value; without codes, those that have no place of their own. */
export function factsOf(alloy: Alloy, item: Item, codes?: readonly string[]): Fact[] {
  const elsewhere = placed(alloy.workflow);
  const isAsked = (code: string) => (codes ? codes.includes(code) : !elsewhere.has(code));
  return valued(alloy, item)
    .filter(({ code }) => isAsked(code))
    .map((attribute) => factOf(alloy, item, attribute));
}

/** What ties an item to other systems; the grant is a secret and not shown. */
export function machineFactsOf(alloy: Alloy, item: Item): Fact[] {
  const { processId, callbackUrl, grant } = alloy.workflow;
  const tied = valued(alloy, item)
    .filter(({ code }) => [processId, callbackUrl, grant].includes(code))
    .map((attribute) =>
      attribute.code === grant
        ? { name: attribute.name, text: "Held, not shown" }
        : factOf(alloy, item, attribute),
    );
  return [
    { name: "Item", text: item.itemId },
    { name: "Collection", text: item.collection },
    ...tied,
  ];
}

/** The attributes that have a value, in the design's order. */
function valued({ designs }: Alloy, { designCode, attributes }: Item): Attribute[] {
  const all = designs.get(designCode).attributes;
  return all.filter(({ code }) => attributes[code] !== undefined && attributes[code] !== "");
}

/** The codes of attributes that a page shows elsewhere than among the particulars. */
function placed({ page, visit, ...workflow }: Workflow): ReadonlySet<string | undefined> {
  const { who, where, what, grid = [] } = page;
  const { title, reference, processId, callbackUrl, grant, status } = workflow;
  const tied = [title, reference, processId, callbackUrl, grant, status];
  return new Set([
    ...tied,
    ...who,
    ...where,
    what,
    ...grid,
    core.geometry,
    visit?.inspections?.link,
  ]);
}

function factOf({ items, workflow }: Alloy, item: Item, attribute: Attribute): Fact {
  const { code, name, type, options } = attribute;
  const value = item.attributes[code];
  if (type === "DateTime") return { name, text: ukTime(String(value)) };
  if (type === "Date") return { name, text: ukDay(String(value)) };
  if (type !== "Link") return { name, text: textOf(value) };
  const linked = named(items, linksOf(value));
  const text = linked.map((target) => labelOf(target, workflow)).join(", ");
  const isFile = code === core.attachments || options.code === filesDesign;
  if (!isFile) return { name, text };
  const files = linked.map((file) => ({ value: file.itemId, text: labelOf(file) }));
  return { name, text, files };
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return JSON.stringify(value);
}
