import {
  ConditionReading,
  DraftConditions,
  Flow,
  NewConditionReading,
  PartPath,
  PartUses,
} from "@guildhall/contract";
import { getDraftConditions, getDraftFlow, getDraftUses, readCondition } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { readJson } from "../read-json.ts";
import { createRouter, json, readRefusals, refusals, writeRefusals } from "../router.ts";
import { common, params } from "./service-drafts.ts";

const flow = createRoute({
  ...common,
  method: "get",
  path: "/{service}/flow",
  operationId: "getDraftFlow",
  summary: "See the ways through the form of a draft",
  description:
    "Pages, decisions and exits with their places in a picture, the ways between them with the conditions in words, and what is wrong with them: a page is said to be out of reach only where that is proven.",
  middleware: [requireCredential] as const,
  request: { params },
  responses: { 200: { description: "The ways", ...json(Flow) }, ...refusals(...readRefusals) },
});

const uses = createRoute({
  ...common,
  method: "get",
  path: "/{service}/uses",
  operationId: "getDraftUses",
  summary: "See what uses a part of a draft",
  description:
    "Of a condition, question, page, option, section, stage, mapping or the brand, for whoever is about to change it. Nothing else uses the service as a whole.",
  middleware: [requireCredential] as const,
  request: {
    params,
    query: z.object({ at: PartPath.default("") }),
  },
  responses: {
    200: { description: "What uses it", ...json(PartUses) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const conditions = createRoute({
  ...common,
  method: "get",
  path: "/{service}/conditions",
  operationId: "getDraftConditions",
  summary: "See the conditions of a draft as people read them",
  description:
    "Each named condition as a sentence, as rows of drop-downs, and with what uses it; and each question with the comparisons and values that a row may have. What rows cannot show stays as it is.",
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "The conditions", ...json(DraftConditions) },
    ...refusals(...readRefusals),
  },
});

const read = createRoute({
  ...common,
  method: "post",
  path: "/{service}/condition-readings",
  operationId: "readCondition",
  summary: "Put a condition together from rows",
  description:
    "Says the condition in a sentence and as the JSON Logic that an edit sets at `/form/conditions/{id}/when`. Nothing is changed, so it may be asked as often as you like.",
  middleware: [requireCredential, readJson] as const,
  request: {
    params,
    body: {
      required: true,
      ...json(NewConditionReading, {
        parts: {
          join: "any",
          rows: [
            { question: "noiseSource", comparison: "one-of", values: ["pub", "shop"] },
            { condition: "is-pub", negated: true },
          ],
        },
      }),
    },
  },
  responses: {
    200: { description: "What it says", ...json(ConditionReading) },
    ...refusals(...writeRefusals),
  },
});

/** Services in the making as people see them before they change anything. */
export const draftReadiness = createRouter()
  .openapi(flow, async (c) =>
    c.json(await getDraftFlow(c.var.ctx, c.req.valid("param").service), 200),
  )
  .openapi(uses, async (c) =>
    c.json(
      await getDraftUses(c.var.ctx, { ...c.req.valid("param"), ...c.req.valid("query") }),
      200,
    ),
  )
  .openapi(conditions, async (c) =>
    c.json(await getDraftConditions(c.var.ctx, c.req.valid("param").service), 200),
  )
  .openapi(read, async (c) =>
    c.json(
      await readCondition(c.var.ctx, { ...c.req.valid("param"), ...c.req.valid("json") }),
      200,
    ),
  );
