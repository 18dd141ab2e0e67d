import {
  Chasing,
  Contact,
  DaysQuery,
  Id,
  NewContact,
  PageQuery,
  pageOf,
  Rating,
  RatingSummary,
  Slug,
} from "@guildhall/contract";
import { countContact, getChasing, listRatings, recall, summariseRatings } from "@guildhall/domain";
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
} from "../router.ts";

const service = z.object({ service: Slug });

const contact = createRoute({
  method: "post",
  path: "/processes/{id}/contacts",
  operationId: "countContact",
  summary: "Count that somebody got in touch about a process",
  description:
    "By phone, in person, by letter or by e-mail. It is counted for the service, the stage and the day of that stage; of which process it was, nothing is kept.",
  tags: ["Processes"],
  security: bearer,
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: {
    params: z.object({ id: Id }),
    body: { required: true, ...json(NewContact, { channel: "phone", about: "where-it-is" }) },
  },
  responses: {
    201: { description: "As it was counted", ...json(Contact) },
    ...refusals(...postRefusals),
  },
});

const seeChasing = createRoute({
  method: "get",
  path: "/services/{service}/chasing",
  operationId: "getChasing",
  summary:
    "See how often people look at, or ask about, what they sent, and which message is missing",
  description:
    "Views of tracking pages and contacts, by stage and by days since it began, for these days and both ends with them: the last 28 where they are left out, 366 at most. The last day of a stage counts all later ones as well. Vendors and partners are given the whole months, of those that have ended, which these days touch, without what was from 1 to 4 in a month; `from` and `to` say which.",
  tags: ["Services"],
  security: bearer,
  middleware: [requireCredential] as const,
  request: { params: service, query: DaysQuery },
  responses: {
    200: { description: "The counts and what they show", ...json(Chasing) },
    ...refusals(...readRefusals, "request-invalid"),
  },
});

const ratings = createRoute({
  method: "get",
  path: "/services/{service}/ratings",
  operationId: "listRatings",
  summary: "List what people said once their request had ended, newest first",
  tags: ["Services"],
  security: bearer,
  middleware: [requireCredential] as const,
  request: { params: service, query: PageQuery },
  responses: {
    200: { description: "What was said, without whose it is", ...json(pageOf(Rating)) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const summary = createRoute({
  method: "get",
  path: "/services/{service}/ratings/summary",
  operationId: "getRatingSummary",
  summary: "Count how satisfied people are",
  description: "For these days and both ends with them: the last 28 where they are left out.",
  tags: ["Services"],
  security: bearer,
  middleware: [requireCredential] as const,
  request: { params: service, query: DaysQuery },
  responses: {
    200: { description: "How often each was said", ...json(RatingSummary) },
    ...refusals(...readRefusals, "request-invalid"),
  },
});

/** How often people ask after what they sent, and how satisfied they are with what became of it. */
export const chasing = createRouter()
  .openapi(contact, async (c) => {
    const { ctx } = c.var;
    const before = await recall<Contact>(ctx);
    const { id } = c.req.valid("param");
    const counted = before?.answer ?? (await countContact(ctx, id, c.req.valid("json")));
    return c.json(counted, 201, answered(before));
  })
  .openapi(seeChasing, async (c) => {
    const { service } = c.req.valid("param");
    return c.json(await getChasing(c.var.ctx, service, c.req.valid("query")), 200);
  })
  .openapi(ratings, async (c) => {
    const { service } = c.req.valid("param");
    return c.json(await listRatings(c.var.ctx, service, c.req.valid("query")), 200);
  })
  .openapi(summary, async (c) => {
    const { service } = c.req.valid("param");
    return c.json(await summariseRatings(c.var.ctx, service, c.req.valid("query")), 200);
  });
