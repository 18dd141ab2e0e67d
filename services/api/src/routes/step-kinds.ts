import { pageOf, StepKind } from "@guildhall/contract";
import { listStepKinds } from "@guildhall/domain";
import { createRoute } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { createRouter, json, readRefusals, refusals } from "../router.ts";
import { common } from "./service-drafts.ts";

const list = createRoute({
  ...common,
  method: "get",
  path: "/",
  operationId: "listStepKinds",
  summary: "List what a step of a process can be",
  description:
    "Each kind with a title, a sentence, and the fields that it asks for, so that a page can be drawn for any of them; more kinds can come. The edit `add` puts a step into `/steps` of a draft.",
  middleware: [requireCredential] as const,
  responses: {
    200: { description: "The kinds", ...json(pageOf(StepKind)) },
    ...refusals(...readRefusals),
  },
});

/** What a process can be made of. */
export const stepKinds = createRouter().openapi(list, (c) => c.json(listStepKinds(c.var.ctx), 200));
