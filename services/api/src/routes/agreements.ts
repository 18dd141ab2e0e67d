import { Agreement, Id, NewAgreement, OfficerToken } from "@guildhall/contract";
import {
  actUnderAgreement,
  approveAgreement,
  endAgreement,
  getAgreement,
  listAgreements,
  proposeAgreement,
  recall,
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
} from "../router.ts";

const params = z.object({ id: Id });
const common = { tags: ["Agreements"], security: bearer };
const decided = { parameters: [idempotencyKey], request: { params } };
const exampleAgreement: NewAgreement = {
  side: "owner",
  with: "huntingdonshire",
  purpose: "Their contact centre takes our calls after six.",
  services: ["noise-nuisance"],
  until: "2027-03-31T23:00:00Z",
};

const list = createRoute({
  ...common,
  method: "get",
  path: "/agreements",
  operationId: "listAgreements",
  summary: "See the agreements with other councils",
  middleware: [requireCredential] as const,
  responses: {
    200: {
      description: "All of them, the latest first",
      ...json(z.object({ data: z.array(Agreement) }).meta({ id: "Agreements" })),
    },
    ...refusals(...readRefusals),
  },
});

const read = createRoute({
  ...common,
  method: "get",
  path: "/agreements/{id}",
  operationId: "getAgreement",
  summary: "See an agreement",
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "The agreement", ...json(Agreement) },
    ...refusals(...readRefusals),
  },
});

const propose = createRoute({
  ...common,
  method: "post",
  path: "/agreements",
  operationId: "proposeAgreement",
  summary: "Propose that officers of one council serve callers of another",
  description:
    "Proposing it approves it for the side that does. It is in force once a person of the other side approves it.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: { body: { required: true, ...json(NewAgreement, exampleAgreement) } },
  responses: {
    201: { description: "As proposed", ...json(Agreement) },
    ...refusals(...postRefusals, "sign-in-again"),
  },
});

const approve = createRoute({
  ...common,
  ...decided,
  method: "post",
  path: "/agreements/{id}/approval",
  operationId: "approveAgreement",
  summary: "Approve an agreement that the other council has proposed",
  middleware: [requireCredential, once] as const,
  responses: {
    200: { description: "The agreement, in force", ...json(Agreement) },
    ...refusals(...postRefusals, "invalid-transition", "sign-in-again"),
  },
});

const end = createRoute({
  ...common,
  ...decided,
  method: "post",
  path: "/agreements/{id}/revocation",
  operationId: "endAgreement",
  summary: "End an agreement at once, or refuse one that was proposed",
  middleware: [requireCredential, once] as const,
  responses: {
    200: { description: "The agreement, ended", ...json(Agreement) },
    ...refusals(...postRefusals, "invalid-transition"),
  },
});

const act = createRoute({
  ...common,
  method: "post",
  path: "/agreements/{id}/tokens",
  operationId: "actUnderAgreement",
  summary: "Get a token to serve callers of the other council with",
  description:
    "For members of staff who serve callers at home. The token opens the other council's API for five minutes, and there: `searchCases` (open ones of the agreement's services), `trackProcess`, `addNote`, `countContact` and `beginDraft` for a caller. All of it is recorded there. Once the agreement has ended it opens nothing.",
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "The token", ...json(OfficerToken) },
    ...refusals(...readRefusals),
  },
});

/** What councils have agreed to do for each other's callers. */
export const agreements = createRouter()
  .openapi(list, async (c) => c.json(await listAgreements(c.var.ctx), 200))
  .openapi(read, async (c) => c.json(await getAgreement(c.var.ctx, c.req.valid("param").id), 200))
  .openapi(propose, async (c) => {
    const before = await recall<Agreement>(c.var.ctx);
    const made = before?.answer ?? (await proposeAgreement(c.var.ctx, c.req.valid("json")));
    const place = `${c.var.ctx.issuer}/v1/agreements/${made.id}`;
    return c.json(made, 201, answered(before, place));
  })
  .openapi(approve, async (c) => {
    const before = await recall<Agreement>(c.var.ctx);
    const { id } = c.req.valid("param");
    const approved = before?.answer ?? (await approveAgreement(c.var.ctx, id));
    return c.json(approved, 200, answered(before));
  })
  .openapi(end, async (c) => {
    const before = await recall<Agreement>(c.var.ctx);
    const { id } = c.req.valid("param");
    const ended = before?.answer ?? (await endAgreement(c.var.ctx, id));
    return c.json(ended, 200, answered(before));
  })
  .openapi(act, async (c) => {
    c.header("Cache-Control", "no-store");
    return c.json(await actUnderAgreement(c.var.ctx, c.req.valid("param").id), 200);
  });
