import { Draft, DraftChange, DraftReturn, Id, NewDraft } from "@guildhall/contract";
import {
  beginDraft,
  getDraft,
  keepDraft,
  moveDraft,
  recall,
  removeDraft,
  saveDraft,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import type { FileStorage } from "../environment.ts";
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
const tags = ["Drafts"];

const begin = createRoute({
  method: "post",
  path: "/",
  operationId: "beginDraft",
  summary: "Start a draft",
  description:
    "A form that is filled in a page at a time. The answer has the token that opens this draft and the process that it becomes. A member of staff begins one for a caller with `assisted`: that takes a session with `drafts:write` and `processes:write`, and the answer has a code in place of the token.",
  tags,
  security: [{}, { bearer: [] }],
  parameters: [idempotencyKey],
  middleware: [readJson, once] as const,
  request: { body: { required: true, ...json(NewDraft, { service: "noise-nuisance" }) } },
  responses: { 201: { description: "The draft", ...json(Draft) }, ...refusals(...postRefusals) },
});

const read = createRoute({
  method: "get",
  path: "/{id}",
  operationId: "getDraft",
  summary: "Read a draft",
  tags,
  security: bearer,
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "The draft", ...json(Draft) },
    ...refusals(...readRefusals, "invalid-transition"),
  },
});

const save = createRoute({
  method: "patch",
  path: "/{id}",
  operationId: "saveDraft",
  summary: "Save answers in a draft",
  description:
    "Answers that are not named stay as they are; null takes one away. `page` is the page that they were given on, which counts as seen from then on.",
  tags,
  security: bearer,
  middleware: [requireCredential, readJson] as const,
  request: {
    params,
    body: { required: true, ...json(DraftChange, { answers: { noiseSource: "not-known" } }) },
  },
  responses: {
    200: { description: "The draft", ...json(Draft) },
    ...refusals(...writeRefusals, "invalid-transition"),
  },
});

const exampleReturn = {
  email: "ada@example.com",
  fact: { kind: "postcode", value: "CB7 4AA" },
  language: "en",
} as const;

const keep = createRoute({
  method: "put",
  path: "/{id}/return",
  operationId: "keepDraft",
  summary: "Keep a draft for later, and send a link to come back to it",
  description:
    "The draft lives on from its last change for as long as the service keeps drafts. The link opens it anywhere with `fact`, which the person chooses and which never comes back. Earlier links end. The answer has a new token.",
  tags,
  security: bearer,
  middleware: [requireCredential, readJson] as const,
  request: { params, body: { required: true, ...json(DraftReturn, exampleReturn) } },
  responses: {
    200: { description: "The draft", ...json(Draft) },
    ...refusals(...writeRefusals, "invalid-transition", "rate-limited"),
  },
});

const move = createRoute({
  method: "post",
  path: "/{id}/move",
  operationId: "moveDraft",
  summary: "Go on with a draft on the latest version of its service",
  description:
    "Answers that still fit stay. `asks` names the questions that came or changed. Where the draft is on that version already, nothing happens.",
  tags,
  security: bearer,
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "The draft", ...json(Draft) },
    ...refusals(...readRefusals, "invalid-transition"),
  },
});

const remove = createRoute({
  method: "delete",
  path: "/{id}",
  operationId: "removeDraft",
  summary: "Delete a draft, with its answers and files",
  tags,
  security: bearer,
  middleware: [requireCredential] as const,
  request: { params },
  responses: { 204: { description: "Gone" }, ...refusals(...readRefusals, "invalid-transition") },
});

/** Forms being filled in, the bytes of their evidence in the given storage. */
export function createDrafts(files: FileStorage) {
  return createRouter()
    .openapi(begin, async (c) => {
      const before = await recall<Draft>(c.var.ctx);
      const draft = before?.answer ?? (await beginDraft(c.var.ctx, c.req.valid("json")));
      return c.json(draft, 201, answered(before, `${c.var.ctx.issuer}/v1/drafts/${draft.id}`));
    })
    .openapi(read, async (c) => c.json(await getDraft(c.var.ctx, c.req.valid("param").id), 200))
    .openapi(save, async (c) =>
      c.json(await saveDraft(c.var.ctx, c.req.valid("param").id, c.req.valid("json")), 200),
    )
    .openapi(keep, async (c) =>
      c.json(await keepDraft(c.var.ctx, c.req.valid("param").id, c.req.valid("json")), 200),
    )
    .openapi(move, async (c) => c.json(await moveDraft(c.var.ctx, c.req.valid("param").id), 200))
    .openapi(remove, async (c) => {
      const storages = await removeDraft(c.var.ctx, c.req.valid("param").id);
      await Promise.all(storages.map((storage) => files.remove(storage)));
      return c.body(null, 204);
    });
}
