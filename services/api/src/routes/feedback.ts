import {
  Feedback,
  FeedbackCount,
  FeedbackHandling,
  FeedbackQuery,
  Id,
  NewFeedback,
  pageOf,
  ReceivedFeedback,
} from "@guildhall/contract";
import {
  dealWithFeedback,
  giveFeedback,
  listFeedback,
  listFeedbackCounts,
  recall,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { limitTo } from "../limits.ts";
import { answered, once } from "../once.ts";
import { readJson } from "../read-json.ts";
import {
  anyone,
  bearer,
  createRouter,
  idempotencyKey,
  json,
  postRefusals,
  readRefusals,
  refusals,
} from "../router.ts";

const tags = ["Feedback"];
const exampleFeedback: NewFeedback = {
  page: "home",
  text: "I cannot tell which of the two services for noise is meant for me.",
};

const give = createRoute({
  method: "post",
  path: "/",
  operationId: "giveFeedback",
  summary: "Say what is wrong with a page",
  description:
    "Anyone may. It reaches those who make the service, beside the page and the question that it is about; without a service it is about a page of the council's own. It is no part of a request, and is kept for a year.",
  tags,
  security: anyone,
  parameters: [idempotencyKey],
  middleware: [limitTo("feedback", { points: 20, seconds: 3600 }), readJson, once] as const,
  request: { body: { required: true, ...json(NewFeedback, exampleFeedback) } },
  responses: {
    201: { description: "Received", ...json(ReceivedFeedback) },
    ...refusals(...postRefusals),
  },
});

const list = createRoute({
  method: "get",
  path: "/",
  operationId: "listFeedback",
  summary: "List what people say is wrong with pages, newest first",
  description: "An e-mail address is shown to whoever may change services.",
  tags,
  security: bearer,
  middleware: [requireCredential] as const,
  request: { query: FeedbackQuery },
  responses: {
    200: { description: "What was said", ...json(pageOf(Feedback)) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const counts = createRoute({
  method: "get",
  path: "/counts",
  operationId: "listFeedbackCounts",
  summary: "Count what people say, by service, page and question",
  description: "The place that something was said of last comes first.",
  tags,
  security: bearer,
  middleware: [requireCredential] as const,
  responses: {
    200: { description: "The counts", ...json(z.object({ data: z.array(FeedbackCount) })) },
    ...refusals(...readRefusals),
  },
});

const dealWith = createRoute({
  method: "post",
  path: "/{id}/deal-with",
  operationId: "dealWithFeedback",
  summary: "Say that what was said of a page is dealt with",
  tags,
  security: bearer,
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: {
    params: z.object({ id: Id }),
    body: { required: true, ...json(FeedbackHandling, { note: "The hint says it now." }) },
  },
  responses: {
    200: { description: "What was said, and who has dealt with it", ...json(Feedback) },
    ...refusals(...postRefusals, "invalid-transition"),
  },
});

/** What people say is wrong with the pages. */
export const feedback = createRouter()
  .openapi(give, async (c) => {
    const before = await recall<ReceivedFeedback>(c.var.ctx);
    const received = before?.answer ?? (await giveFeedback(c.var.ctx, c.req.valid("json")));
    return c.json(received, 201, answered(before));
  })
  .openapi(list, async (c) => c.json(await listFeedback(c.var.ctx, c.req.valid("query")), 200))
  .openapi(counts, async (c) => c.json(await listFeedbackCounts(c.var.ctx), 200))
  .openapi(dealWith, async (c) => {
    const { ctx } = c.var;
    const before = await recall<Feedback>(ctx);
    const { id } = c.req.valid("param");
    const dealt = before?.answer ?? (await dealWithFeedback(ctx, id, c.req.valid("json")));
    return c.json(dealt, 200, answered(before));
  });
