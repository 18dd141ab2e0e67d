import { NewOutlineReading, OutlineReading } from "@guildhall/contract";
import { readDraftOutline } from "@guildhall/domain";
import { createRoute } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { readJson } from "../read-json.ts";
import { createRouter, json, refusals, writeRefusals } from "../router.ts";
import { common, params } from "./service-drafts.ts";

const read = createRoute({
  ...common,
  method: "post",
  path: "/{service}/outline-readings",
  operationId: "readOutline",
  summary: "Read questions that were written down",
  description:
    "One question on a line, as on a paper form: `# …` begins a page, `- …` is an option of the question above, `> …` is asked of each of several. What a question asks for is guessed from its words, unless `kinds` says it. Nothing is changed: send `edits` to add the pages.",
  middleware: [requireCredential, readJson] as const,
  request: {
    params,
    body: {
      required: true,
      ...json(NewOutlineReading, {
        text: "# The noise\nWhen did it begin?\nWhere does it come from?\n- A pub\n- A home\nDescribe it (optional)",
        kinds: { "2": "date" },
      }),
    },
  },
  responses: {
    200: { description: "The pages, and what adds them", ...json(OutlineReading) },
    ...refusals(...writeRefusals),
  },
});

/** Paper forms that are read in. */
export const draftOutline = createRouter().openapi(read, async (c) =>
  c.json(
    await readDraftOutline(c.var.ctx, { ...c.req.valid("param"), ...c.req.valid("json") }),
    200,
  ),
);
