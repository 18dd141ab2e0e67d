import { z } from "zod";
import { NotAccepted } from "../not-accepted.ts";
import type { AlloyClient } from "./client.ts";
import { ItemId } from "./search.ts";

const Item = z.object({
  itemId: ItemId,
  designCode: z.string(),
  signature: z.string().min(1).max(200),
  attributes: z.array(z.object({ attributeCode: z.string(), value: z.unknown() })).default([]),
});
const Reply = z.object({ item: Item });

/** The values of an item by attribute. */
export type Values = ReadonlyMap<string, unknown>;

/** What an item has to hold besides what it holds; nothing where it holds that already. */
export type Merge = (values: Values) => Readonly<Record<string, unknown>>;

export function valuesOf({ attributes }: Pick<z.infer<typeof Item>, "attributes">): Values {
  return new Map(attributes.map(({ attributeCode, value }) => [attributeCode, value]));
}

/**
 * Change a case that others change as well: read it, merge into what was read, write what differs.
 *
 * Alloy takes a write only with the signature of what was read. One that came too late is read and merged
 * anew, once; then it is for later. A merge that finds its work done writes nothing, so all of this may be
 * repeated. False where nothing had to be written.
 *
 * @throws NotAccepted
 */
export async function changeCase(
  api: AlloyClient,
  change: { readonly id: string; readonly merge: Merge },
  signal: AbortSignal,
): Promise<boolean> {
  try {
    return await readAndWrite(api, change, signal);
  } catch (error) {
    if (cameTooLate(error)) return readAndWrite(api, change, signal);
    throw error;
  }
}

async function readAndWrite(
  api: AlloyClient,
  { id, merge }: { readonly id: string; readonly merge: Merge },
  signal: AbortSignal,
): Promise<boolean> {
  const item = readItem(await api.get(pathOf(id), signal), id);
  const changed = Object.entries(merge(valuesOf(item)));
  if (changed.length === 0) return false;
  const attributes = changed.map(([attributeCode, value]) => ({ attributeCode, value }));
  const body = JSON.stringify({ attributes, signature: item.signature });
  readItem(await api.put(pathOf(id), body, {}, signal), id);
  return true;
}

function pathOf(id: string): string {
  if (ItemId.safeParse(id).success) return `item/${id}`;
  throw new NotAccepted({ outcome: "refused", code: "reference-invalid" });
}

/** Read an answer that has to be about this item. */
function readItem(answer: unknown, id: string): z.infer<typeof Item> {
  const parsed = Reply.safeParse(answer);
  if (parsed.success && parsed.data.item.itemId === id) return parsed.data.item;
  throw new NotAccepted({ outcome: "retry", code: "bad-answer" });
}

function cameTooLate(error: unknown): boolean {
  return error instanceof NotAccepted && error.outcome.code === "changed-meanwhile";
}
