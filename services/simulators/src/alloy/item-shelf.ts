import { randomBytes } from "node:crypto";
import type { Shelf } from "../shelf.ts";
import type { SeedItem } from "./design-config.ts";
import { AlloyError } from "./errors.ts";
import type { Item, LogEntry } from "./item.ts";
import { ItemId } from "./item-id.ts";

/** Who changes an item, and what the item's log is to say of it. */
export interface Editor {
  readonly username: string;
  readonly note?: string;
}

/** Where items are: those that the tenant's file begins with, and over them all that was saved. */
export interface ItemShelf {
  /** Oldest first, without the deleted ones. */
  all(): readonly Item[];
  find(id: string): Item | undefined;
  /** @throws AlloyError `AIdInvalid`, `DatabaseNotFound` */
  get(id: string): Item;
  /** Keep an item under a new signature, with a line in its log. */
  save(item: Item, action: LogEntry["action"], by: Editor): Item;
  /** Also of a deleted item. */
  logOf(id: string): readonly LogEntry[];
}

export function createItemShelf(
  shelf: Shelf<Item>,
  seeds: readonly SeedItem[],
  now: () => Date,
): ItemShelf {
  const seeded = new Map(seeds.map((seed) => [seed.itemId, fromSeed(seed)]));
  const latest = (id: string) => shelf.get(id) ?? seeded.get(id);
  const find = (id: string) => {
    const item = latest(id);
    return item?.deleted ? undefined : item;
  };
  const get = (id: string) => {
    if (!ItemId.safeParse(id).success) throw new AlloyError("AIdInvalid", `${id} is no item id`);
    const item = find(id);
    if (!item) throw new AlloyError("DatabaseNotFound", `There is no item ${id}`);
    return item;
  };
  return {
    find,
    get,
    all() {
      const untouched = [...seeded.values()].filter(({ itemId }) => !shelf.get(itemId));
      return [...untouched, ...shelf.values()].filter(({ deleted }) => !deleted);
    },
    save(item, action, { username, note = "" }) {
      const date = now().toISOString();
      const log = [...item.log, { action, date, username, note }];
      const saved = { ...item, signature: newId(now()), lastEditDate: date, log };
      shelf.put(item.itemId, saved);
      return saved;
    },
    logOf: (id) => latest(id)?.log ?? get(id).log,
  };
}

/** 24 hexadecimal digits that begin with the second they were given in, as Alloy's do. */
export function newId(at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000).toString(16);
  return seconds.padStart(8, "0") + randomBytes(8).toString("hex");
}

/** A live item with nothing in it yet. */
export function blankItem(itemId: string, designCode: string, at: Date): Item {
  const date = at.toISOString();
  return {
    itemId,
    designCode,
    collection: "Live",
    attributes: {},
    signature: itemId,
    createdAt: date,
    lastEditDate: date,
    log: [],
    deleted: false,
  };
}

function fromSeed({ itemId, designCode, attributes }: SeedItem): Item {
  return { ...blankItem(itemId, designCode, new Date(0)), attributes };
}
