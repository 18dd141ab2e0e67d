import { FollowedCase, Id, PageQuery, pageOf } from "@guildhall/contract";
import { followCase, listFollowedCases, unfollowCase } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { bearer, createRouter, json, readRefusals, refusals } from "../router.ts";

const common = { tags: ["Processes"], security: bearer };
const path = "/processes/{id}/followers/me";
const params = z.object({ id: Id });

const follow = createRoute({
  ...common,
  method: "put",
  path,
  operationId: "followCase",
  summary: "Follow a case",
  description:
    "For members of staff alone. What others do to it from now on is news to you until you open it. Nobody else is told who follows what.",
  middleware: [requireCredential] as const,
  request: { params },
  responses: { 204: { description: "You follow it" }, ...refusals(...readRefusals) },
});

const unfollow = createRoute({
  ...common,
  method: "delete",
  path,
  operationId: "unfollowCase",
  summary: "Follow a case no more",
  middleware: [requireCredential] as const,
  request: { params },
  responses: { 204: { description: "You do not follow it" }, ...refusals(...readRefusals) },
});

const list = createRoute({
  ...common,
  method: "get",
  path: "/followed-cases",
  operationId: "listFollowedCases",
  summary: "List the cases that you follow",
  description: "Newest first, each with what others did to it since you last opened it.",
  middleware: [requireCredential] as const,
  request: { query: PageQuery },
  responses: {
    200: { description: "Cases with what is new", ...json(pageOf(FollowedCase)) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

/** The cases that members of staff keep an eye on. */
export const followedCases = createRouter()
  .openapi(follow, async (c) => {
    await followCase(c.var.ctx, c.req.valid("param").id);
    return c.body(null, 204);
  })
  .openapi(unfollow, async (c) => {
    await unfollowCase(c.var.ctx, c.req.valid("param").id);
    return c.body(null, 204);
  })
  .openapi(list, async (c) =>
    c.json(await listFollowedCases(c.var.ctx, c.req.valid("query")), 200),
  );
