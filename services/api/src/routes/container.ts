import { Container, Id } from "@guildhall/contract";
import { getContainer, updateContainer } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { exampleContainer } from "../examples.ts";
import { readJson } from "../read-json.ts";
import { bearer, createRouter, json, readRefusals, refusals, writeRefusals } from "../router.ts";

const params = z.object({ id: Id });
const common = { tags: ["Processes"], security: bearer };

const read = createRoute({
  ...common,
  method: "get",
  path: "/{id}/container",
  operationId: "getContainer",
  summary: "Read what is known of a process beside its answers",
  description:
    "The citizen's details, the place and the flags, as they are known now. The answers stay as they were given.",
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "What is known", ...json(Container) },
    ...refusals(...readRefusals),
  },
});

const update = createRoute({
  ...common,
  method: "patch",
  path: "/{id}/container",
  operationId: "updateContainer",
  summary: "Say what has become known of a process",
  description:
    "What is left out stays as it is. The other back offices of the process are told, where they follow it. Messages go on to where the citizen asked for them.",
  middleware: [requireCredential, readJson] as const,
  request: { params, body: { required: true, ...json(Container, exampleContainer) } },
  responses: { 204: { description: "It is known" }, ...refusals(...writeRefusals) },
});

/** What is known of processes beside their answers. */
export const container = createRouter()
  .openapi(read, async (c) => c.json(await getContainer(c.var.ctx, c.req.valid("param").id), 200))
  .openapi(update, async (c) => {
    await updateContainer(c.var.ctx, c.req.valid("param").id, c.req.valid("json"));
    return c.body(null, 204);
  });
