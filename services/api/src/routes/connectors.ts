import {
  Connection,
  ConnectionChange,
  NewCredential,
  pageOf,
  SecretState,
  Slug,
} from "@guildhall/contract";
import {
  getConnection,
  listConnections,
  type MayCall,
  putConnection,
  setCredential,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import {
  created,
  edited,
  found,
  ifMatch,
  ifMatchHeader,
  ifNoneMatchHeader,
  put,
  withEtag,
} from "../etag.ts";
import { exampleConnection, exampleCredential } from "../examples.ts";
import { readJson } from "../read-json.ts";
import { bearer, createRouter, json, readRefusals, refusals, writeRefusals } from "../router.ts";

const params = z.object({ connector: Slug });
const common = { tags: ["Connectors"], security: bearer };

const list = createRoute({
  ...common,
  method: "get",
  path: "/",
  operationId: "listConnectors",
  summary: "List connectors",
  middleware: [requireCredential] as const,
  responses: {
    200: { description: "Connectors", ...json(pageOf(Connection)) },
    ...refusals(...readRefusals),
  },
});

const read = createRoute({
  ...common,
  method: "get",
  path: "/{connector}",
  operationId: "getConnector",
  summary: "Read a connector",
  description: "Of its credential it says only whether one is set.",
  parameters: [ifNoneMatchHeader],
  middleware: [requireCredential] as const,
  request: { params },
  responses: { ...found("The connector", Connection), ...refusals(...readRefusals) },
});

const replace = createRoute({
  ...common,
  method: "put",
  path: "/{connector}",
  operationId: "putConnector",
  summary: "Add or replace a connector",
  description: "Its credential stays as it is.",
  parameters: [ifMatchHeader],
  middleware: [requireCredential, readJson] as const,
  request: { params, body: { required: true, ...json(ConnectionChange, exampleConnection) } },
  responses: {
    ...put("The connector", Connection),
    ...refusals(...writeRefusals, "sign-in-again", "url-not-allowed", "precondition-failed"),
  },
});

const credential = createRoute({
  ...common,
  method: "put",
  path: "/{connector}/credential",
  operationId: "setConnectorCredential",
  summary: "Set a connector's credential",
  description:
    "It can never be read back. Alloy takes `apiKey`; Uniform and Valuebill `userName` and `password`; GOV.UK Pay `apiKey` and `webhookSecret`. A connector of kind `http` or `soap` takes what its settings say that it is let in with, and a client certificate beside it; one of kind `open311` takes `apiKey` or nothing.",
  middleware: [requireCredential, readJson] as const,
  request: { params, body: { required: true, ...json(NewCredential, exampleCredential) } },
  responses: {
    200: { description: "That it is set", ...json(SecretState) },
    ...refusals(...writeRefusals, "sign-in-again"),
  },
});

/** Connections to outside systems; `mayCall` says where this installation lets them lead. */
export function createConnectors(mayCall: MayCall) {
  return createRouter()
    .openapi(list, async (c) => c.json(await listConnections(c.var.ctx), 200))
    .openapi(read, async (c) =>
      withEtag(c, await getConnection(c.var.ctx, c.req.valid("param").connector)),
    )
    .openapi(replace, async (c) => {
      const definition = { ...c.req.valid("json"), id: c.req.valid("param").connector };
      const guards = { mayCall, unchanged: ifMatch(c) };
      const { connection, created: isNew } = await putConnection(c.var.ctx, definition, guards);
      return isNew ? created(c, connection) : edited(c, connection);
    })
    .openapi(credential, async (c) =>
      c.json(
        await setCredential(c.var.ctx, c.req.valid("param").connector, c.req.valid("json")),
        200,
      ),
    );
}
