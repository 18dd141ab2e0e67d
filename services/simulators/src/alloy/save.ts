import type { Item, NewItem } from "./item.ts";
import type { Items } from "./items.ts";
import type { Workflow } from "./workflow-config.ts";

/** Who officers are to an item's log. */
export const officerName = "officer";

interface Around {
  readonly items: Items;
  readonly workflow: Workflow;
}

interface Change {
  readonly values: Item["attributes"];
  readonly note: string;
  readonly collection?: Item["collection"];
}

/** Save what an officer changes of an item, under a line of the log. */
export function set(items: Items, { itemId, signature }: Item, change: Change): void {
  const { values, note, collection } = change;
  const kept = collection === undefined ? {} : { collection };
  items.edit(
    itemId,
    { attributes: listed(values), signature, ...kept },
    { username: officerName, note },
  );
}

/** Set the ticks with these codes, and take the others away. */
export function setFlags({ items, workflow }: Around, id: string, codes: readonly string[]): void {
  const values = workflow.flags.map((code) => [code, codes.includes(code)] as const);
  set(items, items.get(id), { values: Object.fromEntries(values), note: "Ticks changed" });
}

/** Keep a note in the case itself: words to the citizen below those before them, others in its log alone. */
export function writeDown(
  { items, workflow }: Around,
  id: string,
  { contents, visibleToCitizen }: { contents: string; visibleToCitizen: boolean },
): void {
  const item = items.get(id);
  const { words } = workflow;
  const before = String(item.attributes[words ?? ""] ?? "");
  const text = before === "" ? contents : `${before}\n\n${contents}`;
  const change =
    visibleToCitizen && words
      ? { values: { [words]: text }, note: "Words to the citizen" }
      : { values: {}, note: `Note for colleagues: ${contents}` };
  set(items, item, change);
}

/** Values as a call lists them. */
export function listed(values: Item["attributes"]): NewItem["attributes"] {
  return Object.entries(values).map(([attributeCode, value]) => ({ attributeCode, value }));
}
