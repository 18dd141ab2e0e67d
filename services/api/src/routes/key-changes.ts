import { ApiKeyId, KeyChange, KeyRotation, Problem, ShownKey } from "@guildhall/contract";
import { type Context, changeKey, recall, rotateKey } from "@guildhall/domain";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import type { ApiEnv } from "../environment.ts";
import { changed, etagOf, ifMatch, ifMatchHeader } from "../etag.ts";
import { answered, once } from "../once.ts";
import { readJson } from "../read-json.ts";
import { bearer, idempotencyKey, json, postRefusals, refusals, writeRefusals } from "../router.ts";

const params = z.object({ id: ApiKeyId });
const security = bearer;
const tags = ["Keys"];
const rotationBody = { required: true, ...json(KeyRotation, { previousEndsInHours: 24 }) };
const rotationDescription =
  "The secret in force stays good for the hours given, so that its holder can change over without a failed call. The new one is shown this once: an answer that is given again does not have it.";
const rotationAnswers = {
  200: { description: "The key, with its new secret", ...json(ShownKey) },
  ...refusals(...postRefusals, "sign-in-again", "invalid-transition"),
};

const change = createRoute({
  method: "patch",
  path: "/{id}",
  operationId: "changeKey",
  summary: "Change an API key",
  description: "It holds within a second. Null takes away what may be left out.",
  tags,
  security,
  parameters: [ifMatchHeader],
  middleware: [requireCredential, readJson] as const,
  request: { params, body: { required: true, ...json(KeyChange, { scopes: ["tasks:read"] }) } },
  responses: {
    ...changed("The key, with a new signing secret where one was asked for", ShownKey),
    ...refusals(...writeRefusals, "sign-in-again", "invalid-transition", "precondition-failed"),
  },
});

const rotate = createRoute({
  method: "post",
  path: "/{id}/rotate",
  operationId: "rotateKey",
  summary: "Rotate an API key",
  description: rotationDescription,
  tags,
  security,
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: { params, body: rotationBody },
  responses: rotationAnswers,
});

const rotateCurrent = createRoute({
  method: "post",
  path: "/current/rotate",
  operationId: "rotateCurrentKey",
  summary: "Rotate the key that you use",
  description: `${rotationDescription} Show the secret in force itself: neither a token nor the secret before it gets another.`,
  tags,
  security,
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: { body: rotationBody },
  responses: rotationAnswers,
});

/** Add the routes that change a key to those that show it. */
export function addKeyChanges(router: OpenAPIHono<ApiEnv>) {
  return router
    .openapi(change, async (c) => {
      const edit = { to: c.req.valid("json"), precondition: ifMatch(c) };
      const shown = await changeKey(c.var.ctx, c.req.valid("param").id, edit);
      // Of what a GET shows, which is without the secret.
      const { signingSecret: _, ...key } = shown;
      return c.json(shown, 200, { ETag: etagOf(key) });
    })
    .openapi(rotateCurrent, async (c) => {
      const { ctx } = c.var;
      if (ctx.key === undefined) throw new Problem("not-found");
      const { key, headers } = await rotateOnce(ctx, ctx.key, c.req.valid("json"));
      return c.json(key, 200, headers);
    })
    .openapi(rotate, async (c) => {
      const { key, headers } = await rotateOnce(
        c.var.ctx,
        c.req.valid("param").id,
        c.req.valid("json"),
      );
      return c.json(key, 200, headers);
    });
}

async function rotateOnce(ctx: Context, id: string, rotation: KeyRotation) {
  const before = await recall<ShownKey>(ctx);
  return { key: before?.answer ?? (await rotateKey(ctx, id, rotation)), headers: answered(before) };
}
