import { MyRequests, MyRequestsToken, NewMyRequestsLink } from "@guildhall/contract";
import { askForMyRequests, findMyRequests } from "@guildhall/domain";
import { createRoute } from "@hono/zod-openapi";
import { createMiddleware } from "hono/factory";
import type { ApiEnv } from "../environment.ts";
import { LanguageQuery, languageOf } from "../language.ts";
import { limitEach, limitTo } from "../limits.ts";
import { readJson } from "../read-json.ts";
import { anyone, createRouter, json, refusals, writeRefusals } from "../router.ts";

const tags = ["Tracking"];
const asked = limitTo("my-requests-links", { points: 20, seconds: 3600 });
const opened = limitEach("my-requests", { points: 60, seconds: 3600 });

/** Who opens a link asks every tenant, so that each is counted by itself. */
const limitOpened = createMiddleware<ApiEnv>(async function limitOpenedLinks(c, next) {
  await opened(c, c.var.ground.tenant.id);
  await next();
});

const ask = createRoute({
  method: "post",
  path: "/my-requests/links",
  operationId: "askForMyRequests",
  summary: "Ask for a link to all that one has sent",
  description:
    "A link is sent to the address, good for an hour, at this tenant and at every other of the platform. The answer is the same whether anything was ever sent from there or not. One address is sent a few in an hour; a sandbox sends none.",
  tags,
  security: anyone,
  middleware: [asked, readJson] as const,
  request: {
    body: {
      required: true,
      ...json(NewMyRequestsLink, { email: "ada@example.com", language: "en" }),
    },
  },
  responses: {
    202: { description: "Heard" },
    ...refusals(...writeRefusals, "rate-limited"),
  },
});

const find = createRoute({
  method: "post",
  path: "/my-requests/find",
  operationId: "findMyRequests",
  summary: "See what one has sent to this tenant",
  description:
    "`token` is in the link, and stays out of addresses here. The newest 100, open and ended; each with the key that opens it where it is tracked. A link that is over, altered or made up is not found.",
  tags,
  security: anyone,
  middleware: [limitOpened, readJson] as const,
  request: {
    query: LanguageQuery,
    body: { required: true, ...json(MyRequestsToken, { token: "q83vEjRWeJCrze8SNFZ4kA" }) },
  },
  responses: {
    200: { description: "What they have sent", ...json(MyRequests) },
    ...refusals(...writeRefusals, "rate-limited"),
  },
});

/** Where somebody without an account sees all that they have sent, by a link to their address. */
export const myRequests = createRouter()
  .openapi(ask, async (c) => {
    await askForMyRequests(c.var.ctx, c.req.valid("json"));
    return c.body(null, 202);
  })
  .openapi(find, async (c) => {
    const language = languageOf(c, c.req.valid("query").language);
    const { token } = c.req.valid("json");
    return c.json(await findMyRequests(c.var.ctx, token, language), 200);
  });
