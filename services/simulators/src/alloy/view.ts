import type { ListedCase } from "../pages/list-page.tsx";
import type { Choice } from "../pages/parts.tsx";
import { ukTime } from "../pages/uk-time.ts";
import type { Alloy } from "./alloy.ts";
import { core, filesDesign } from "./designs.ts";
import type { Listing } from "./documents.ts";
import { type Item, type LogEntry, linksOf } from "./item.ts";
import type { Notice } from "./notice.ts";
import { isClosed, labelOf, named, statusOf } from "./workflow.ts";

/** One attribute as officers read it. */
export interface Fact {
  readonly name: string;
  readonly text: string;
  /** Where the value is files kept in Alloy. */
  readonly files?: readonly Choice[];
}

/** A work item as its own page shows it. */
export interface ItemView extends ListedCase {
  readonly id: string;
  readonly statusId: string;
  readonly collection: string;
  readonly facts: readonly Fact[];
  readonly log: readonly LogEntry[];
  readonly notices: readonly Notice[];
  readonly listing: Listing | undefined;
  readonly open: readonly Choice[];
  readonly closing: readonly Choice[];
  readonly closures: readonly Choice[];
}

export function listedOf({ items, tenant, workflow }: Alloy, item: Item): ListedCase {
  const statusId = statusOf(workflow, item);
  return {
    href: `/alloy/${tenant}/items/${item.itemId}`,
    title: labelOf(item, workflow),
    reference: String(item.attributes[workflow.reference] ?? "No online reference"),
    status: statusId ? labelOf(items.find(statusId)) : "No status",
    closed: isClosed(workflow, item),
    createdAt: item.createdAt,
    changedAt: item.lastEditDate,
  };
}

export function viewOf(alloy: Alloy, item: Item, listing: Listing | undefined): ItemView {
  const { items, workflow, teller } = alloy;
  return {
    ...listedOf(alloy, item),
    id: item.itemId,
    statusId: statusOf(workflow, item) ?? "",
    collection: item.collection,
    facts: factsOf(alloy, item),
    log: item.log,
    notices: teller.noticesOf(item.itemId),
    listing,
    open: choices(named(items, workflow.open)),
    closing: choices(named(items, workflow.closing)),
    closures: choices(closuresOf(alloy)),
  };
}

/** The statuses a case can be in, those of work in hand first. */
export function statusChoices({ items, workflow }: Alloy): Choice[] {
  return choices(named(items, [...workflow.open, ...workflow.closing]));
}

/** The reasons that a case can be closed for. */
export function closuresOf({ items, workflow }: Alloy): Item[] {
  const { closureDesign } = workflow;
  return closureDesign ? items.all().filter(({ designCode }) => designCode === closureDesign) : [];
}

function choices(items: readonly Item[]): Choice[] {
  return items.map((item) => ({ value: item.itemId, text: labelOf(item) }));
}

/** The attributes that have a value, in the design's order; the grant is a secret and not shown. */
function factsOf({ designs, items, workflow }: Alloy, item: Item): Fact[] {
  const attributes = designs.get(item.designCode).attributes;
  return attributes
    .filter(({ code }) => item.attributes[code] !== undefined)
    .map(({ code, name, type, options }) => {
      const value = item.attributes[code];
      if (code === workflow.grant) return { name, text: "Held, not shown" };
      if (type === "DateTime") return { name, text: ukTime(String(value)) };
      if (type !== "Link") return { name, text: textOf(value) };
      const linked = named(items, linksOf(value));
      const text = linked.map((target) => labelOf(target, workflow)).join(", ");
      const isFile = code === core.attachments || options.code === filesDesign;
      return isFile ? { name, text, files: choices(linked) } : { name, text };
    });
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return JSON.stringify(value);
}
