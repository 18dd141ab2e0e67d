import type { ConnectorDefinition, Outgoing } from "@guildhall/contract";
import { createConnector } from "../create-connector.ts";
import { createGuard } from "../http/guard.ts";
import { type Handler, json, type Seen, serve } from "../test-server.ts";

export const design = "designs_noise_0000000000000000000000a1";
export const referenceCode = "attributes_noiseReference_0000000000000000000000b1";
export const categoryCode = "attributes_noiseCategory_0000000000000000000000b2";
export const categories = "designs_categories_0000000000000000000000a2";

/** A document that links to the category "Noise". */
export const report = {
  design,
  attributes: { attributes_text: "Loud music", attributes_urgent: true, attributes_phone: null },
  links: { [categoryCode]: "Noise" },
};

export const outgoing: Outgoing = {
  key: "out_1",
  reference: "CAM-2V4K-7XQP",
  does: "create",
  operation: "create-item",
  body: JSON.stringify(report),
  attempt: 1,
  evidence: [],
  headers: { "x-signature": "signed" },
};

/** The same delivery with some of its document changed. */
export const withDocument = (change: object): Outgoing => ({
  ...outgoing,
  body: JSON.stringify({ ...report, ...change }),
});

interface Item {
  itemId: string;
  designCode: string;
  collection: string;
  attributes: { attributeCode: string; value: unknown }[];
}

/**
 * An Alloy small enough to read: it keeps items, and its search gives the newest first and matches part
 * of a text, as the real one has been seen to. `instead` answers the next calls to a path in place of it.
 */
export async function serveAlloy() {
  const items: Item[] = [];
  const instead: { path: string; handler: Handler }[] = [];
  let next = 0;

  const add = (item: Omit<Item, "itemId">): Item => {
    next += 1;
    const kept = { ...item, itemId: next.toString(16).padStart(24, "0") };
    items.push(kept);
    return kept;
  };
  const answers: Record<string, (seen: Seen) => unknown> = {
    item: ({ body }) => ({ item: add({ collection: "Live", ...JSON.parse(body) }) }),
    file: () => ({
      fileItemId: add({ designCode: "designs_files", collection: "Live", attributes: [] }).itemId,
    }),
    "aqs/query": ({ body, path }) => ({
      results: pageOf(search(items, JSON.parse(body).aqs), path),
    }),
  };
  const server = await serve((seen, response) => {
    const path = seen.path.replace(/^\/api\/|\?.*$/g, "");
    const index = instead.findIndex((one) => one.path === path);
    const [other] = index < 0 ? [] : instead.splice(index, 1);
    if (other) other.handler(seen, response);
    else json(response, answers[path]?.(seen));
  });

  let now = new Date("2025-03-03T09:15:00Z");
  const request = createGuard({ allowLoopback: [server.host] });
  const deps = { request, now: () => now };
  return {
    items,
    server,
    add,
    instead: (path: string, handler: Handler) => instead.push({ path, handler }),
    paths: () => server.seen.map(({ path }) => path.replace(/^\/api\/|\?.*$/g, "")),
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    connector: createConnector(definition(server.url), { apiKey: "secret-key" }, deps),
  };
}

export type TestAlloy = Awaited<ReturnType<typeof serveAlloy>>;

function definition(address: string): ConnectorDefinition {
  const links = { [categoryCode]: { design: categories, attribute: "attributes_itemsTitle" } };
  return {
    id: "alloy",
    kind: "alloy",
    name: "environmental health",
    address,
    settings: { reference: referenceCode, links },
    maxParallel: 2,
    timeoutMs: 30_000,
    statuses: [],
    follows: [],
    knownStatuses: [],
    codes: {},
  };
}

/** An item of the design that links lead to. */
export function category(title: string): Omit<Item, "itemId"> {
  const attributes = [{ attributeCode: "attributes_itemsTitle", value: title }];
  return { designCode: categories, collection: "Live", attributes };
}

interface Aqs {
  properties: { dodiCode: string; collectionCode: string[] };
  children: [
    {
      type: "Equals";
      children: [{ properties: { attributeCode: string } }, { properties: { value: [string] } }];
    },
  ];
}

function search(items: readonly Item[], { properties, children: [equals] }: Aqs): Item[] {
  const [attribute, text] = equals.children;
  const { attributeCode } = attribute.properties;
  return items
    .toReversed()
    .filter(
      (item) =>
        item.designCode === properties.dodiCode &&
        properties.collectionCode.includes(item.collection) &&
        item.attributes.some(
          (one) =>
            one.attributeCode === attributeCode &&
            String(one.value).includes(text.properties.value[0]),
        ),
    );
}

function pageOf<T>(results: readonly T[], path: string): T[] {
  const query = new URL(path, "http://alloy.example").searchParams;
  const size = Number(query.get("pageSize"));
  return results.slice((Number(query.get("page")) - 1) * size).slice(0, size);
}
