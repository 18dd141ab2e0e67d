import { z } from "zod";
import { contextOf } from "./designs.ts";
import { ItemId } from "./item-id.ts";

export const Collection = z.enum(["Live", "Inventory", "Archive", "Template"]);
export type Collection = z.infer<typeof Collection>;

export const Attributes = z.record(z.string(), z.json());
export type Attributes = z.infer<typeof Attributes>;

export const LogEntry = z.object({
  action: z.enum(["Create", "Edit", "Delete"]),
  date: z.iso.datetime(),
  username: z.string(),
  note: z.string(),
});
export type LogEntry = z.infer<typeof LogEntry>;

/** Anything in Alloy: a case, a status, a file. A deleted one is kept for its log alone. */
export const Item = z.object({
  itemId: ItemId,
  designCode: z.string(),
  collection: Collection,
  attributes: Attributes,
  /** Changes with every edit; an edit must name the one that it saw. */
  signature: z.string(),
  createdAt: z.iso.datetime(),
  lastEditDate: z.iso.datetime(),
  log: z.array(LogEntry),
  deleted: z.boolean().default(false),
});
export type Item = z.infer<typeof Item>;

/** What a caller sends to make an item; `collection` may be left out, as today's callers do. */
export const NewItem = z.object({
  designCode: z.string(),
  attributes: z.array(z.object({ attributeCode: z.string(), value: z.json() })),
  parents: z.record(z.string(), z.array(ItemId)).default({}),
  collection: Collection.default("Live"),
  icon: z.string().nullish(),
  colour: z.string().nullish(),
});
export type NewItem = z.infer<typeof NewItem>;

/** What a caller sends to change one: only what changes, and the signature it saw. */
export const ItemEdit = z.object({
  attributes: NewItem.shape.attributes.default([]),
  signature: z.string(),
  collection: Collection.optional(),
});
export type ItemEdit = z.infer<typeof ItemEdit>;

/** An item as the API shows it: no dates of its own, which is why clients read the log. */
export function presentItem(item: Item) {
  return {
    itemId: item.itemId,
    designCode: item.designCode,
    collection: item.collection,
    icon: null,
    colour: null,
    locked: false,
    context: contextOf(item.designCode),
    attributes: Object.entries(item.attributes).map(([attributeCode, value]) => ({
      attributeCode,
      value,
    })),
    signature: item.signature,
    start: item.createdAt,
    end: null,
  };
}

/** The ids that a Link value holds. */
export function linksOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === "string") : [];
}
