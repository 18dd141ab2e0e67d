import { NewNotFixed, NewRating, NotFixedSaid, Rating, Reference } from "@guildhall/contract";
import { rateProcess, recall, sayNotFixed } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { limitTo } from "../limits.ts";
import { answered, once } from "../once.ts";
import { readJson } from "../read-json.ts";
import { createRouter, idempotencyKey, json, postRefusals, refusals } from "../router.ts";

const params = z.object({ reference: Reference });
const tags = ["Tracking"];

const notFixed = createRoute({
  method: "post",
  path: "/{reference}/not-fixed",
  operationId: "sayNotFixed",
  summary: "Say that a request that has ended is not dealt with",
  description:
    "With the citizen's own token, where and until when `ending.notFixed` of the tracking says. By the service's rule the process is opened again with these words, and its team and back office are told; or a form is begun with the same answers, without words and without files, whose token comes with it.",
  tags,
  security: [{ bearer: [] }],
  parameters: [idempotencyKey],
  middleware: [
    requireCredential,
    limitTo("not-fixed", { points: 20, seconds: 3600 }),
    readJson,
    once,
  ] as const,
  request: {
    params,
    body: { required: true, ...json(NewNotFixed, { words: "The lamp is dark again." }) },
  },
  responses: {
    201: { description: "What came of it", ...json(NotFixedSaid) },
    ...refusals(
      ...postRefusals,
      "process-open",
      "not-fixed-not-offered",
      "not-fixed-too-late",
      "not-fixed-too-often",
      "service-withdrawn",
    ),
  },
});

const rating = createRoute({
  method: "post",
  path: "/{reference}/rating",
  operationId: "rateProcess",
  summary: "Say how satisfied you are with what became of a request",
  description:
    "With the citizen's own token, once, after it has ended. The council reads it beside the service, without whose it is.",
  tags,
  security: [{ bearer: [] }],
  parameters: [idempotencyKey],
  middleware: [
    requireCredential,
    limitTo("ratings", { points: 20, seconds: 3600 }),
    readJson,
    once,
  ] as const,
  request: {
    params,
    body: { required: true, ...json(NewRating, { score: 4, words: "It was quick." }) },
  },
  responses: {
    201: { description: "What was said", ...json(Rating) },
    ...refusals(...postRefusals, "process-open", "rating-given"),
  },
});

/** What a citizen says of a request that has ended. */
export const endings = createRouter()
  .openapi(notFixed, async (c) => {
    const { ctx } = c.var;
    const before = await recall<NotFixedSaid>(ctx);
    const { reference } = c.req.valid("param");
    const said = before?.answer ?? (await sayNotFixed(ctx, reference, c.req.valid("json")));
    return c.json(said, 201, answered(before));
  })
  .openapi(rating, async (c) => {
    const { ctx } = c.var;
    const before = await recall<Rating>(ctx);
    const { reference } = c.req.valid("param");
    const said = before?.answer ?? (await rateProcess(ctx, reference, c.req.valid("json")));
    return c.json(said, 201, answered(before));
  });
