import {
  CaseAnswers,
  CaseSearch,
  Correction,
  Id,
  NewCorrection,
  NewMerge,
  Process,
  pageOf,
  Viewers,
} from "@guildhall/contract";
import {
  correctAnswer,
  mergeProcess,
  readAnswers,
  recall,
  searchCases,
  viewCase,
} from "@guildhall/domain";
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
  writeRefusals,
} from "../router.ts";

const params = z.object({ id: Id });
const common = { tags: ["Processes"], security: bearer };

const search = createRoute({
  ...common,
  method: "post",
  path: "/search",
  operationId: "searchCases",
  summary: "Find processes by what somebody is known by",
  description:
    "By reference, email address, phone number, postcode or surname, newest first. Of several, all have to be right. Nothing personal stands in the address of the request.",
  middleware: [requireCredential, readJson] as const,
  request: {
    body: { required: true, ...json(CaseSearch, { email: "ada@example.com", limit: 20 }) },
  },
  responses: {
    200: { description: "Processes", ...json(pageOf(Process)) },
    ...refusals(...writeRefusals),
  },
});

const answers = createRoute({
  ...common,
  tags: ["Documents"],
  method: "get",
  path: "/{id}/answers",
  operationId: "readAnswers",
  summary: "Read the answers as they were sent, with what was corrected beside them",
  description:
    "Question by question in the words of the service's version; bank details are masked. That it was read is recorded. Not for the citizen, whose form is a document.",
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "The answers", ...json(CaseAnswers) },
    ...refusals(...readRefusals),
  },
});

const correct = createRoute({
  ...common,
  method: "post",
  path: "/{id}/corrections",
  operationId: "correctAnswer",
  summary: "Put an answer right",
  description:
    "By the form's own rule for the question; what was sent stays beside it. What is sent later says the corrected answer. What was sent before stays as it was: `sentBefore` says that something was.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: {
    params,
    body: {
      required: true,
      ...json(NewCorrection, {
        question: "noiseDescription",
        value: "A low hum, from the pump behind the shop.",
        reason: "They told us by phone where it comes from.",
      }),
    },
  },
  responses: {
    201: { description: "The correction", ...json(Correction) },
    ...refusals(...postRefusals, "answers-invalid", "process-closed"),
  },
});

const merge = createRoute({
  ...common,
  method: "post",
  path: "/{id}/merge",
  operationId: "mergeProcess",
  summary: "End a duplicate, and let its citizen follow the other",
  description:
    "Both are under way and of one service. The duplicate is closed with words that lead to the other, its open tasks are cancelled, and its citizen is told once.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: {
    params,
    body: {
      required: true,
      ...json(NewMerge, {
        into: "prc_01kb3zq8w5v0t6m2h9r4c7d1xe",
        words: "Your neighbour told us of it last week.",
      }),
    },
  },
  responses: {
    200: { description: "The duplicate, as it is now", ...json(Process) },
    ...refusals(...postRefusals, "process-closed"),
  },
});

const view = createRoute({
  ...common,
  method: "put",
  path: "/{id}/viewers/me",
  operationId: "viewCase",
  summary: "Say that you have a case open, and see which colleagues have",
  description:
    "For members of staff alone. Say it again every minute; what is not said again is forgotten after two.",
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "The others, the latest first", ...json(Viewers) },
    ...refusals(...readRefusals),
  },
});

/** Processes as the staff of a council work them. */
export const cases = createRouter()
  .openapi(search, async (c) => c.json(await searchCases(c.var.ctx, c.req.valid("json")), 200))
  .openapi(answers, async (c) => {
    c.header("Cache-Control", "no-store");
    return c.json(await readAnswers(c.var.ctx, c.req.valid("param").id), 200);
  })
  .openapi(correct, async (c) => {
    const { ctx } = c.var;
    const before = await recall<Correction>(ctx);
    const { id } = c.req.valid("param");
    const made = before?.answer ?? (await correctAnswer(ctx, id, c.req.valid("json")));
    return c.json(made, 201, answered(before));
  })
  .openapi(merge, async (c) => {
    const { ctx } = c.var;
    const before = await recall<Process>(ctx);
    const { id } = c.req.valid("param");
    const merged = before?.answer ?? (await mergeProcess(ctx, id, c.req.valid("json")));
    return c.json(merged, 200, answered(before));
  })
  .openapi(view, async (c) => c.json(await viewCase(c.var.ctx, c.req.valid("param").id), 200));
