import { Draft, HandOverCode } from "@guildhall/contract";
import { openAssistedDraft, recall } from "@guildhall/domain";
import { createRoute } from "@hono/zod-openapi";
import { limitTo } from "../limits.ts";
import { answered, once } from "../once.ts";
import { readJson } from "../read-json.ts";
import { anyone, createRouter, idempotencyKey, json, postRefusals, refusals } from "../router.ts";

const open = createRoute({
  method: "post",
  path: "/",
  operationId: "openAssistedDraft",
  summary: "Open a draft that a member of staff fills in for a caller",
  description:
    "With the code that beginning it gave, once and within a minute. The answer has the draft's token, which is good only while the session of whoever began it goes on and they may still fill in forms for callers.",
  tags: ["Drafts"],
  security: anyone,
  parameters: [idempotencyKey],
  middleware: [limitTo("assisted-drafts", { points: 120, seconds: 3600 }), readJson, once] as const,
  request: { body: { required: true, ...json(HandOverCode, { code: "A".repeat(43) }) } },
  responses: { 200: { description: "The draft", ...json(Draft) }, ...refusals(...postRefusals) },
});

/** Forms that staff fill in for callers. */
export const assistedDrafts = createRouter().openapi(open, async (c) => {
  const before = await recall<Draft>(c.var.ctx);
  const draft = before?.answer ?? (await openAssistedDraft(c.var.ctx, c.req.valid("json")));
  return c.json(draft, 200, answered(before));
});
