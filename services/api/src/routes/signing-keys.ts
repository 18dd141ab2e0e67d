import { SigningKeyState } from "@guildhall/contract";
import { listSigningKeys, recall, revokeSigningKey, rotateSigningKeys } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { answered, once } from "../once.ts";
import { readJson } from "../read-json.ts";
import {
  bearer,
  createRouter,
  idempotencyKey,
  json,
  postRefusals,
  readRefusals,
  refusals,
} from "../router.ts";

const SigningKeys = z.object({ data: z.array(SigningKeyState) });
const tags = ["Keys"];
const security = bearer;

const list = createRoute({
  method: "get",
  path: "/",
  operationId: "listSigningKeys",
  summary: "List signing keys",
  tags,
  security,
  middleware: [requireCredential] as const,
  responses: { 200: { description: "Keys", ...json(SigningKeys) }, ...refusals(...readRefusals) },
});

const rotate = createRoute({
  method: "post",
  path: "/rotate",
  operationId: "rotateSigningKeys",
  summary: "Rotate the signing keys",
  description:
    "The next key begins to sign. The key that signed stays believed until all that it signed has ended, so no call fails. The next key must have been published for a day.",
  tags,
  security,
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: { body: { required: true, ...json(z.strictObject({}), {}) } },
  responses: {
    200: { description: "The keys as they are now", ...json(SigningKeys) },
    ...refusals(...postRefusals, "sign-in-again", "invalid-transition"),
  },
});

const revoke = createRoute({
  method: "delete",
  path: "/{kid}",
  operationId: "revokeSigningKey",
  summary: "Revoke a signing key",
  description:
    "It and all that it signed are refused at once. For a key that somebody else may have. Every token and grant that it signed ends with it: back offices are handed new grants with new deliveries only.",
  tags,
  security,
  middleware: [requireCredential] as const,
  request: { params: z.object({ kid: z.string().regex(/^[\w-]{43}$/) }) },
  responses: { 204: { description: "Revoked" }, ...refusals(...readRefusals, "sign-in-again") },
});

/** The keys that a tenant signs its tokens and grants with. */
export const signingKeys = createRouter()
  .openapi(list, async (c) => c.json(await listSigningKeys(c.var.ctx), 200))
  .openapi(rotate, async (c) => {
    const before = await recall<z.infer<typeof SigningKeys>>(c.var.ctx);
    const rotated = before?.answer ?? (await rotateSigningKeys(c.var.ctx));
    return c.json(rotated, 200, answered(before));
  })
  .openapi(revoke, async (c) => {
    await revokeSigningKey(c.var.ctx, c.req.valid("param").kid);
    return c.body(null, 204);
  });
