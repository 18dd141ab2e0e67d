import { Draft, FoundReturn, NewReturnLink, ReturnKey, ReturnProof } from "@guildhall/contract";
import { askForReturn, findReturn, openReturn } from "@guildhall/domain";
import { createRoute } from "@hono/zod-openapi";
import { limitTo } from "../limits.ts";
import { readJson } from "../read-json.ts";
import { anyone, createRouter, json, refusals, writeRefusals } from "../router.ts";

const tags = ["Drafts"];
const exampleKey = "Zm9yLWV4YW1wbGUtb25seS1ub3QtYS1yZWFsLWtleQ";
const asked = limitTo("draft-links", { points: 30, seconds: 3600 });
const opened = limitTo("draft-returns", { points: 120, seconds: 3600 });

const ask = createRoute({
  method: "post",
  path: "/",
  operationId: "askForReturn",
  summary: "Ask for the link to a kept draft again",
  description:
    "A link is sent if a draft of the service is kept for the address. The answer is the same if none is.",
  tags,
  security: anyone,
  middleware: [asked, readJson] as const,
  request: {
    body: {
      required: true,
      ...json(NewReturnLink, { service: "noise-nuisance", email: "ada@example.com" }),
    },
  },
  responses: { 202: { description: "Heard" }, ...refusals(...writeRefusals, "rate-limited") },
});

const find = createRoute({
  method: "post",
  path: "/find",
  operationId: "findReturn",
  summary: "See what a link to a kept draft leads to",
  description: "`key` is the last part of the link. It is not told what has been filled in.",
  tags,
  security: anyone,
  middleware: [opened, readJson] as const,
  request: { body: { required: true, ...json(ReturnKey, { key: exampleKey }) } },
  responses: {
    200: { description: "The service, and which fact is asked for", ...json(FoundReturn) },
    ...refusals(...writeRefusals, "rate-limited"),
  },
});

const open = createRoute({
  method: "post",
  path: "/open",
  operationId: "openReturn",
  summary: "Open a kept draft with its link and the fact that was chosen",
  description:
    "The answer has the draft's token. After five wrong facts the link is not known any more, and has to be asked for anew.",
  tags,
  security: anyone,
  middleware: [opened, readJson] as const,
  request: {
    body: { required: true, ...json(ReturnProof, { key: exampleKey, fact: "CB7 4AA" }) },
  },
  responses: {
    200: { description: "The draft", ...json(Draft) },
    ...refusals(...writeRefusals, "fact-wrong", "rate-limited"),
  },
});

/** The way back to forms that were kept. */
export const draftReturns = createRouter()
  .openapi(ask, async (c) => {
    await askForReturn(c.var.ctx, c.req.valid("json"));
    return c.body(null, 202);
  })
  .openapi(find, async (c) => {
    const { key } = c.req.valid("json");
    return c.json(await findReturn(c.var.ctx, key), 200);
  })
  .openapi(open, async (c) => c.json(await openReturn(c.var.ctx, c.req.valid("json")), 200));
