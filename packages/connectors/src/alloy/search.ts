import { z } from "zod";
import { NotAccepted } from "../not-accepted.ts";
import type { AlloyClient } from "./client.ts";

/** Whatever is asked for: items of a design whose attribute is exactly this text. */
export interface Query {
  readonly design: string;
  readonly attribute: string;
  readonly text: string;
  readonly collections: readonly ("Live" | "Archive")[];
}

const pageSize = 20;
const maxPages = 10;

/** An id of Alloy's, and nothing that could carry more than an id. */
export const ItemId = z.string().regex(/^[\w-]{1,64}$/);

const Page = z.object({
  results: z.array(
    z.object({
      itemId: ItemId,
      attributes: z.array(z.object({ attributeCode: z.string(), value: z.unknown() })).default([]),
    }),
  ),
});

/**
 * Find the ids of all items that match exactly, oldest first.
 *
 * Alloy's search has been seen to match part of a text and so attach the wrong person; each result
 * is compared again here. A search that does not come to an end throws rather than saying "none".
 *
 * @throws NotAccepted
 */
export async function findItems(
  api: AlloyClient,
  query: Query,
  signal: AbortSignal,
): Promise<string[]> {
  const body = JSON.stringify({ aqs: toAqs(query) });
  const found: string[] = [];
  for (let page = 1; page <= maxPages; page += 1) {
    const path = `aqs/query?page=${page}&pageSize=${pageSize}`;
    const results = readPage(await api.post(path, body, {}, signal));
    found.push(...results.filter((item) => matches(item, query)).map(({ itemId }) => itemId));
    if (results.length < pageSize) return [...new Set(found)].sort();
  }
  throw new NotAccepted({ outcome: "retry", code: "search-endless" });
}

type Item = z.infer<typeof Page>["results"][number];

function readPage(value: unknown): Item[] {
  const parsed = Page.safeParse(value);
  if (parsed.success) return parsed.data.results;
  throw new NotAccepted({ outcome: "retry", code: "bad-answer" });
}

function matches({ attributes }: Item, { attribute, text }: Query): boolean {
  return attributes.some(
    ({ attributeCode, value }) => attributeCode === attribute && value === text,
  );
}

function toAqs({ design, attribute, text, collections }: Query) {
  return {
    type: "Query",
    properties: { dodiCode: design, collectionCode: collections, attributes: ["all"] },
    children: [
      {
        type: "Equals",
        children: [
          { type: "Attribute", properties: { attributeCode: attribute } },
          { type: "String", properties: { value: [text] } },
        ],
      },
    ],
  };
}
