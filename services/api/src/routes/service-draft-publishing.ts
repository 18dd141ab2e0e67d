import { NewPublication, Publication } from "@guildhall/contract";
import { publishServiceDraft, recall, unscheduleServiceDraft } from "@guildhall/domain";
import { createRoute } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { ifMatch, ifMatchHeader } from "../etag.ts";
import { answered, once } from "../once.ts";
import { readJson } from "../read-json.ts";
import {
  createRouter,
  idempotencyKey,
  json,
  postRefusals,
  readRefusals,
  refusals,
} from "../router.ts";
import { common, params } from "./service-drafts.ts";

const publish = createRoute({
  ...common,
  method: "post",
  path: "/{service}/publish",
  operationId: "publishServiceDraft",
  summary: "Publish a draft, at once or at a time",
  description:
    "Checked as a whole; `errors` of `service-not-ready` has each thing that keeps it from being published, with the path of its part. With `at` it goes live by itself then, as it is now; whoever makes services is called where it cannot. `If-Match` takes the ETag of the draft that was looked over. Where another version was published since the draft began, take that in first, or name it in `over`.",
  parameters: [idempotencyKey, ifMatchHeader],
  middleware: [requireCredential, readJson, once] as const,
  request: {
    params,
    body: {
      required: true,
      ...json(NewPublication, {
        summary: "Asks whether anybody is in danger before anything else.",
      }),
    },
  },
  responses: {
    200: { description: "What became of it", ...json(Publication) },
    ...refusals(...postRefusals, "precondition-failed", "service-not-ready"),
  },
});

const unschedule = createRoute({
  ...common,
  method: "delete",
  path: "/{service}/schedule",
  operationId: "unscheduleServiceDraft",
  summary: "Have a draft not go live by itself",
  middleware: [requireCredential] as const,
  request: { params },
  responses: { 204: { description: "It stays a draft" }, ...refusals(...readRefusals) },
});

/** The end of services in the making. */
export const serviceDraftPublishing = createRouter()
  .openapi(publish, async (c) => {
    const { ctx } = c.var;
    const asked = { ...c.req.valid("json"), ...c.req.valid("param") };
    const before = await recall<Publication>(ctx);
    const published = before?.answer ?? (await publishServiceDraft(ctx, asked, ifMatch(c)));
    return c.json(published, 200, answered(before));
  })
  .openapi(unschedule, async (c) => {
    await unscheduleServiceDraft(c.var.ctx, c.req.valid("param").service);
    return c.body(null, 204);
  });
