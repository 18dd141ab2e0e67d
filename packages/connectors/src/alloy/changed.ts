import { z } from "zod";
import { NotAccepted } from "../not-accepted.ts";
import type { AlloyClient } from "./client.ts";
import { ItemId } from "./search.ts";

const Item = z.object({
  itemId: ItemId,
  designCode: z.string(),
  signature: z.string().max(200).optional(),
  attributes: z.array(z.object({ attributeCode: z.string(), value: z.unknown() })).default([]),
});
export type ListedItem = z.infer<typeof Item>;
const Page = z.object({ results: z.array(Item) });
const Count = z.object({
  results: z.tuple([z.object({ value: z.object({ value: z.int().min(0) }) })]),
});

const usualSize = 100;
const largestSize = 1000;
/** Alloy serves no page after this one. */
const lastPage = 100;
const mostReadings = 3;

/**
 * List the items of a design that were edited after a moment, closed ones among them.
 *
 * The list has no end in time, so that an edit meanwhile takes no item out of it and moves none over the edge
 * of a page. It is read anew where it holds less than Alloy counts, and one that has no end throws.
 *
 * @throws NotAccepted
 */
export async function listChanged(
  api: AlloyClient,
  { design, since }: { readonly design: string; readonly since: Date },
  signal: AbortSignal,
): Promise<readonly ListedItem[]> {
  const filter = editedAfter(since);
  const first = await readPage(api, { design, filter, page: 1, pageSize: usualSize }, signal);
  const ours = (item: ListedItem) => item.designCode === design;
  if (first.length < usualSize) return unique(first).filter(ours);
  for (let reading = 1; reading <= mostReadings; reading += 1) {
    const wanted = await count(api, { design, filter }, signal);
    const listed = unique(await readAll(api, { design, filter, count: wanted }, signal));
    if (listed.length >= wanted) return listed.filter(ours);
  }
  throw retry("list-unsteady");
}

interface Asked {
  readonly design: string;
  readonly filter: object;
}

async function readAll(
  api: AlloyClient,
  { design, filter, count }: Asked & { readonly count: number },
  signal: AbortSignal,
): Promise<ListedItem[]> {
  const pageSize = Math.min(Math.max(usualSize, Math.ceil(count / (lastPage - 1))), largestSize);
  const listed: ListedItem[] = [];
  for (let page = 1; page <= lastPage; page += 1) {
    const results = await readPage(api, { design, filter, page, pageSize }, signal);
    listed.push(...results);
    if (results.length < pageSize) return listed;
  }
  throw retry("list-endless");
}

async function readPage(
  api: AlloyClient,
  asked: Asked & { readonly page: number; readonly pageSize: number },
  signal: AbortSignal,
): Promise<ListedItem[]> {
  const { design, filter, page, pageSize } = asked;
  const properties = { dodiCode: design, collectionCode: collections, attributes: ["all"] };
  const body = JSON.stringify({ aqs: { type: "Query", properties, children: [filter] } });
  const path = `aqs/query?page=${page}&pageSize=${pageSize}`;
  const parsed = Page.safeParse(await api.post(path, body, {}, signal));
  if (!parsed.success) throw retry("bad-answer");
  // Also what is no item of the design: a page that is full goes on, whatever is on it.
  return parsed.data.results;
}

async function count(api: AlloyClient, { design, filter }: Asked, signal: AbortSignal) {
  const properties = {
    dodiCode: design,
    collectionCode: collections,
    aggregationType: "Count",
  };
  const body = JSON.stringify({ aqs: { type: "MathAggregation", properties, children: [filter] } });
  const parsed = Count.safeParse(await api.post("aqs/statistics", body, {}, signal));
  if (parsed.success) return parsed.data.results[0].value.value;
  throw retry("bad-answer");
}

/** Closed items move to the archive. */
const collections = ["Live", "Archive"];

function editedAfter(since: Date): object {
  return {
    type: "GreaterThan",
    children: [
      { type: "ItemProperty", properties: { itemPropertyName: "lastEditDate" } },
      { type: "DateTime", properties: { value: [since.toISOString()] } },
    ],
  };
}

/** Each item once, as it was last listed. */
function unique(items: readonly ListedItem[]): ListedItem[] {
  return [...new Map(items.map((item) => [item.itemId, item])).values()];
}

function retry(code: string): NotAccepted {
  return new NotAccepted({ outcome: "retry", code });
}
