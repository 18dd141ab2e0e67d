import {
  CurrentPerson,
  Id,
  NewPerson,
  PageQuery,
  Person,
  PersonChange,
  pageOf,
} from "@guildhall/contract";
import {
  addPerson,
  changePerson,
  endSessions,
  getCurrentPerson,
  getPerson,
  listPeople,
  recall,
  removePerson,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import {
  changed,
  edited,
  found,
  ifMatch,
  ifMatchHeader,
  ifNoneMatchHeader,
  withEtag,
} from "../etag.ts";
import { exampleNewPerson } from "../examples.ts";
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
const security = bearer;
const tags = ["People"];

const list = createRoute({
  method: "get",
  path: "/",
  operationId: "listPeople",
  summary: "List people, in the order they were added",
  tags,
  security,
  middleware: [requireCredential] as const,
  request: { query: PageQuery },
  responses: {
    200: { description: "People", ...json(pageOf(Person)) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const add = createRoute({
  method: "post",
  path: "/",
  operationId: "addPerson",
  summary: "Add a person",
  description:
    "The letter says where to sign in, and lets nobody in by itself. Where people sign in at the organisation's own provider, the roles are those of their groups there from their first sign-in on.",
  tags,
  security,
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: { body: { required: true, ...json(NewPerson, exampleNewPerson) } },
  responses: {
    201: { description: "The person", ...json(Person) },
    ...refusals(...postRefusals, "sign-in-again"),
  },
});

const current = createRoute({
  method: "get",
  path: "/current",
  operationId: "getCurrentPerson",
  summary: "Read who you are signed in as, and what you may do",
  tags,
  security,
  middleware: [requireCredential] as const,
  responses: {
    200: { description: "You, here", ...json(CurrentPerson) },
    ...refusals(...readRefusals),
  },
});

const read = createRoute({
  method: "get",
  path: "/{id}",
  operationId: "getPerson",
  summary: "Read a person",
  tags,
  security,
  parameters: [ifNoneMatchHeader],
  middleware: [requireCredential] as const,
  request: { params },
  responses: { ...found("The person", Person), ...refusals(...readRefusals) },
});

const change = createRoute({
  method: "patch",
  path: "/{id}",
  operationId: "changePerson",
  summary: "Change a person's roles, or whether they may sign in",
  description:
    "What is taken away is gone within a second. One person who can let people in is always left.",
  tags,
  security,
  parameters: [ifMatchHeader],
  middleware: [requireCredential, readJson] as const,
  request: { params, body: { required: true, ...json(PersonChange, { roles: ["viewer"] }) } },
  responses: {
    ...changed("The person", Person),
    ...refusals(...writeRefusals, "sign-in-again", "invalid-transition", "precondition-failed"),
  },
});

const remove = createRoute({
  method: "delete",
  path: "/{id}",
  operationId: "removePerson",
  summary: "Remove a person and end their sessions",
  description: "What they did stays under their name.",
  tags,
  security,
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    204: { description: "Removed" },
    ...refusals(...readRefusals, "sign-in-again", "invalid-transition"),
  },
});

const end = createRoute({
  method: "delete",
  path: "/{id}/sessions",
  operationId: "endSessions",
  summary: "End all sessions of a person",
  tags,
  security,
  middleware: [requireCredential] as const,
  request: { params },
  responses: { 204: { description: "Signed out" }, ...refusals(...readRefusals) },
});

/** The people who work with a tenant's staff pages. */
export const people = createRouter()
  .openapi(list, async (c) => c.json(await listPeople(c.var.ctx, c.req.valid("query")), 200))
  .openapi(add, async (c) => {
    const { ctx } = c.var;
    const before = await recall<Person>(ctx);
    const added = before?.answer ?? (await addPerson(ctx, c.req.valid("json")));
    return c.json(added, 201, answered(before, `${ctx.issuer}/v1/people/${added.id}`));
  })
  .openapi(current, async (c) => c.json(await getCurrentPerson(c.var.ctx), 200))
  .openapi(read, async (c) => withEtag(c, await getPerson(c.var.ctx, c.req.valid("param").id)))
  .openapi(change, async (c) => {
    const { id } = c.req.valid("param");
    return edited(c, await changePerson(c.var.ctx, id, c.req.valid("json"), ifMatch(c)));
  })
  .openapi(remove, async (c) => {
    await removePerson(c.var.ctx, c.req.valid("param").id);
    return c.body(null, 204);
  })
  .openapi(end, async (c) => {
    await endSessions(c.var.ctx, c.req.valid("param").id);
    return c.body(null, 204);
  });
