import type { CaseUpdate, ConnectorDefinition, Outgoing } from "@guildhall/contract";
import { createConnector } from "../create-connector.ts";
import { createGuard } from "../http/guard.ts";
import { answering, type Handler, type Seen, serve } from "../test-server.ts";
import { outgoing } from "./test-alloy.ts";

export const id = "0000000000000000000000e9";
export const design = "designs_noise_0000000000000000000000a1";
export const window = {
  from: new Date("2026-03-03T09:00:00Z"),
  to: new Date("2026-03-03T09:05:00Z"),
};

export const settings = {
  design,
  reference: "attributes_reference",
  notes: { as: "text", attribute: "attributes_updates" },
  status: ["attributes_status"],
  container: { "flags.urgent": "attributes_urgent" },
  linked: [{ design: "designs_job", link: "attributes_jobs", status: ["attributes_jobStatus"] }],
  lists: { kinds: { design: "designs_kinds", attribute: "attributes_name" } },
};

export async function connectTo(handler: Handler, more: object = {}) {
  const server = await serve(handler);
  const definition = {
    id: "alloy",
    kind: "alloy",
    name: "environmental health",
    address: server.url,
    settings: { ...settings, ...more },
    maxParallel: 2,
    timeoutMs: 30_000,
    statuses: [],
    follows: [],
    knownStatuses: [],
    codes: {},
  } satisfies ConnectorDefinition;
  const deps = { request: createGuard({ allowLoopback: [server.host] }), now: () => window.to };
  return { server, connector: createConnector(definition, { apiKey: "key" }, deps) };
}

const at = "2026-03-03T09:01:00.000Z";
const noteId = "not_01kb3zq8w5v0t6m2h9r4c7d1xa";
const written = { id: noteId, text: "Still loud", author: "citizen", byCitizen: true, at };
export const updates: readonly CaseUpdate[] = [
  { operation: "note", note: written },
  { operation: "attach", document: "doc_01kb3zq8w5v0t6m2h9r4c7d1xa", name: "photo.jpg" },
  {
    operation: "update",
    stage: "action",
    status: "open",
    container: { flags: { urgent: true } },
    at,
  },
];
const evidence = [
  { name: "photo.jpg", contentType: "image/jpeg", read: async () => new Uint8Array([1]) },
];
export const telling = (update: CaseUpdate): Outgoing => ({
  ...outgoing,
  does: update.operation,
  theirReference: id,
  body: JSON.stringify(update),
  evidence: update.operation === "attach" ? evidence : [],
});

/** An Alloy whose paths answer as they are told; the others answer nothing. */
export const routed =
  (routes: Record<string, (seen: Seen) => unknown>): Handler =>
  (seen, response) => {
    const path = seen.path.replace(/^\/api\/|\?.*$/g, "");
    answering(routes[path]?.(seen) ?? {}, routes[path] ? 200 : 404)(seen, response);
  };

export const item = (attributes: object, more: object = {}) => ({
  itemId: id,
  designCode: design,
  signature: "s1",
  attributes: Object.entries(attributes).map(([attributeCode, value]) => ({
    attributeCode,
    value,
  })),
  ...more,
});
export const isAbout = (seen: Seen, code: string) => seen.body.includes(`"dodiCode":"${code}"`);
