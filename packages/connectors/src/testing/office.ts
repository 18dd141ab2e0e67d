import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ConnectorDefinition, type Outgoing } from "@guildhall/contract";
import { parse } from "yaml";
import { createConnector } from "../create-connector.ts";
import { createGuard } from "../http/guard.ts";
import { type Handler, serve, unhurried } from "../test-server.ts";

const folder = new URL("../../fixtures/back-offices/", import.meta.url);

/** A connector as a tenant's folder says it. */
export function definitionIn(file: string): ConnectorDefinition {
  const text = readFileSync(fileURLToPath(new URL(`${file}.yaml`, folder)), "utf8");
  return ConnectorDefinition.parse({ id: "office", ...parse(text) });
}

export const outgoing: Outgoing = {
  key: "out_1",
  reference: "CAM-2V4K-7XQP",
  does: "create",
  operation: "create",
  body: '{"title":"Pothole"}',
  attempt: 1,
  evidence: [],
  headers: { traceparent: "00-1" },
};

export const note = {
  id: "not_01kb3zq8w5v0t6m2h9r4c7d1xe",
  text: 'It’s <worse> & "deep"',
  author: "Ada Byron",
  byCitizen: true,
  at: "2026-07-01T08:00:00Z",
} as const;

/** A note on a case that the back office has. */
export const noteOut = (theirReference = "A/1", change: object = {}): Outgoing => ({
  ...outgoing,
  does: "note",
  theirReference,
  body: JSON.stringify({ operation: "note", note: { ...note, ...change } }),
});

export const fileOut = (theirReference = "A/1", name = "hole.jpg"): Outgoing => ({
  ...outgoing,
  does: "attach",
  theirReference,
  body: JSON.stringify({ operation: "attach", document: note.id.replace("not", "doc"), name }),
  evidence: [
    { name, contentType: "image/jpeg", read: async () => new Uint8Array([0xff, 0xd8, 0x00]) },
  ],
});

export const updateOut = (theirReference = "A/1"): Outgoing => ({
  ...outgoing,
  does: "update",
  theirReference,
  body: JSON.stringify({
    operation: "update",
    stage: "assessing",
    status: "open",
    container: { submitter: { name: "Ada" }, flags: { emergency: true } },
    at: "2026-01-01T08:00:00Z",
  }),
});

export const window = {
  from: new Date("2026-07-01T08:00:00Z"),
  to: new Date("2026-07-01T08:10:00Z"),
};

interface Change {
  readonly settings?: object;
  readonly credentials?: Readonly<Record<string, string>>;
}

/** The connector of a file, led to a server of this machine that answers as told. */
export async function openOffice(
  given: string | ConnectorDefinition,
  answer: Handler,
  change: Change = {},
) {
  const server = await serve(answer);
  const definition = typeof given === "string" ? definitionIn(given) : given;
  const { pathname } = new URL(definition.address);
  let now = new Date("2026-07-01T08:10:00Z");
  const connector = createConnector(
    {
      ...definition,
      address: new URL(pathname, server.url).href,
      settings: { ...definition.settings, ...change.settings } as ConnectorDefinition["settings"],
    },
    { ...(change.credentials ?? credentialsFor(definition)) },
    {
      request: createGuard({ allowLoopback: [server.host] }),
      now: () => now,
      wait: async () => undefined,
    },
  );
  return {
    server,
    connector,
    pass(ms: number) {
      now = new Date(now.getTime() + ms);
    },
    send: (change: Partial<Outgoing> = {}) =>
      connector.send({ ...outgoing, ...change }, unhurried()),
    poll: async () => connector.poll?.(window, unhurried()),
  };
}

export const secrets = {
  apiKey: "key-9f3a",
  userName: "guild",
  password: "p&ss<word",
  clientId: "client",
  clientSecret: "s3cret-77",
};

/** What each way of being let in takes. */
export function credentialsFor({ settings, kind }: ConnectorDefinition): Record<string, string> {
  const { apiKey, userName, password, clientId, clientSecret } = secrets;
  if (kind === "open311") return { apiKey };
  const { by } = settings.auth as { by: string }; // Checked when the connector is made.
  if (by === "oauth2") return { clientId, clientSecret };
  if (by === "api-key" || by === "bearer") return { apiKey };
  if (by === "session" && JSON.stringify(settings).includes("credential.apiKey"))
    return { apiKey, userName, password };
  return { userName, password };
}

export const xml = (body: string): string =>
  `<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`;

/** A REST back office of which nothing is said but where it is. */
export const plain = ConnectorDefinition.parse({
  id: "office",
  kind: "http",
  name: "streets",
  address: "https://office.example.gov.uk/base/",
  settings: {
    auth: { by: "bearer" },
    create: { method: "POST", path: "cases", reference: { path: "$.id" } },
    note: {
      method: "POST",
      path: "cases/{theirReference}/notes",
      body: { json: { text: "{note.text}" } },
    },
    poll: {
      method: "GET",
      path: "cases",
      changes: { items: "$.cases[*]", reference: "$.id", status: ["$.status"] },
    },
  },
});

export const webPage = "<!doctype html><html><p>Back soon</p></html>";

/** Answers with these headers. */
export const withHeaders =
  (status: number, headers: Record<string, string>, body: Buffer | string = ""): Handler =>
  (_, response) => {
    response.writeHead(status, headers).end(body);
  };
