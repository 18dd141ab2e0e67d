import { type Link, readLink } from "../platform/link.ts";
import { core } from "./designs.ts";
import { type Item, linksOf, type NewItem } from "./item.ts";
import type { Items } from "./items.ts";
import type { Workflow } from "./workflow-config.ts";

/** A case as its caller sent it, in the first status where it names none. */
export function begun(workflow: Workflow, input: NewItem): NewItem {
  const named = input.attributes.some(({ attributeCode }) => attributeCode === workflow.status);
  const [first] = workflow.open;
  if (input.designCode !== workflow.design || named || !first) return input;
  const status = { attributeCode: workflow.status, value: [first] };
  return { ...input, attributes: [...input.attributes, status] };
}

/** The item's link to the platform, or undefined for an item that the platform did not hand over. */
export function linkOf(workflow: Workflow, { attributes }: Item): Link | undefined {
  return readLink(attributes[workflow.callbackUrl], attributes[workflow.grant]);
}

/** The id of the status that an item is in. */
export function statusOf(workflow: Workflow, item: Item): string | undefined {
  return linksOf(item.attributes[workflow.status])[0];
}

/** The id of the reason for closure that was saved, where the council keeps reasons. */
export function closureOf({ closureReason }: Workflow, item: Item): string | undefined {
  return closureReason === undefined ? undefined : linksOf(item.attributes[closureReason])[0];
}

/** Whether a case was completed without the reason that its council asks for: its second save is to come. */
export function isHalfWay(workflow: Workflow, item: Item): boolean {
  const asksReason = workflow.closureReason !== undefined;
  return asksReason && isClosed(workflow, item) && closureOf(workflow, item) === undefined;
}

export function isClosed(workflow: Workflow, item: Item): boolean {
  return workflow.closing.includes(statusOf(workflow, item) ?? "");
}

/** What officers call an item: its title, or the first text of its attributes. */
export function labelOf(item: Item | undefined, workflow?: Workflow): string {
  if (!item) return "(no longer there)";
  const { attributes } = item;
  const titled =
    workflow?.title && item.designCode === workflow.design && attributes[workflow.title];
  const text = [titled, attributes[core.title], attributes[core.originalName]].find(Boolean);
  const first = Object.values(attributes).find((value) => typeof value === "string");
  return String(text || first || item.itemId);
}

/** The items that a list of ids names, in its order. */
export function named(items: Items, ids: readonly string[]): Item[] {
  return ids.map((id) => items.find(id)).filter((item) => item !== undefined);
}
