import {
  DraftDifferences,
  DraftRevision,
  EditedDraft,
  NewEdits,
  NewTakeIn,
  PageQuery,
  pageOf,
  Readiness,
  ServiceDraft,
} from "@guildhall/contract";
import {
  editServiceDraft,
  getDraftDifferences,
  getDraftReadiness,
  type KeptEdits,
  listDraftRevisions,
  presentEdited,
  recall,
  recallDraft,
  takeInLive,
  undoServiceDraft,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { changed, etagOf } from "../etag.ts";
import { exampleEdits } from "../examples.ts";
import { answered, once } from "../once.ts";
import { readJson } from "../read-json.ts";
import {
  createRouter,
  idempotencyKey,
  json,
  postRefusals,
  readRefusals,
  refusals,
} from "../router.ts";
import { common, params, readDraft } from "./service-drafts.ts";

const edit = createRoute({
  ...common,
  method: "post",
  path: "/{service}/edits",
  operationId: "editServiceDraft",
  summary: "Edit a draft of a service",
  description:
    "All of the edits are kept, or none. `since` is the revision that you saw: where others have changed other parts meanwhile, both are kept and `meanwhile` says what they did; where they changed the same, nothing is kept and `conflicts` says what stands there now.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readDraft, once] as const,
  request: { params, body: { required: true, ...json(NewEdits, exampleEdits) } },
  responses: {
    ...changed("The draft as it is now", EditedDraft),
    ...refusals(...postRefusals, "edit-conflict", "recipe-part-locked"),
  },
});

const undo = createRoute({
  ...common,
  method: "post",
  path: "/{service}/undo",
  operationId: "undoServiceDraft",
  summary: "Take back what you did last to a draft",
  description:
    "The last of your own revisions that you have not taken back yet. What others did since stays.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: { params, body: { required: true, ...json(z.strictObject({}), {}) } },
  responses: {
    ...changed("The draft as it is now", ServiceDraft),
    ...refusals(...postRefusals, "invalid-transition", "edit-conflict", "recipe-part-locked"),
  },
});

const takeIn = createRoute({
  ...common,
  method: "post",
  path: "/{service}/take-in-live",
  operationId: "takeInLive",
  summary: "Take into a draft what was published since it began",
  description:
    "What only the live version has changed is as there. Parts that both have changed are told as `conflicts` until each is decided: `ours` is the draft's, `theirs` the live version's.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: { params, body: { required: true, ...json(NewTakeIn, { decisions: [] }) } },
  responses: {
    ...changed("The draft as it is now", ServiceDraft),
    ...refusals(...postRefusals, "edit-conflict", "recipe-part-locked"),
  },
});

const revisions = createRoute({
  ...common,
  method: "get",
  path: "/{service}/revisions",
  operationId: "listDraftRevisions",
  summary: "List what was done to a draft, the latest first",
  middleware: [requireCredential] as const,
  request: { params, query: PageQuery },
  responses: {
    200: { description: "Revisions, in words", ...json(pageOf(DraftRevision)) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const differences = createRoute({
  ...common,
  method: "get",
  path: "/{service}/differences",
  operationId: "getDraftDifferences",
  summary: "Read what a draft would change of the live version",
  description: "In words, each with who did it last and when.",
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "The differences", ...json(DraftDifferences) },
    ...refusals(...readRefusals),
  },
});

const readiness = createRoute({
  ...common,
  method: "get",
  path: "/{service}/readiness",
  operationId: "getDraftReadiness",
  summary: "See how far a service in the making is",
  description:
    "Section by section, with the one thing to do next in each. What is no `advice` keeps it from being published.",
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "How far it is", ...json(Readiness) },
    ...refusals(...readRefusals),
  },
});

/** What is done to services in the making. */
export const serviceDraftEdits = createRouter()
  .openapi(edit, async (c) => {
    const { ctx } = c.var;
    const { service } = c.req.valid("param");
    const before = await recall<KeptEdits>(ctx);
    const kept = before?.answer ?? (await editServiceDraft(ctx, service, c.req.valid("json")));
    const edited = await presentEdited(ctx, service, kept);
    const { meanwhile: _, ...draft } = edited;
    return c.json(edited, 200, { ...answered(before), ETag: etagOf(draft) });
  })
  .openapi(undo, async (c) => {
    const { ctx } = c.var;
    const before = await recallDraft(ctx);
    const draft = before?.answer ?? (await undoServiceDraft(ctx, c.req.valid("param").service));
    return c.json(draft, 200, { ...answered(before), ETag: etagOf(draft) });
  })
  .openapi(takeIn, async (c) => {
    const { ctx } = c.var;
    const { service } = c.req.valid("param");
    const before = await recallDraft(ctx);
    const draft = before?.answer ?? (await takeInLive(ctx, service, c.req.valid("json")));
    return c.json(draft, 200, { ...answered(before), ETag: etagOf(draft) });
  })
  .openapi(revisions, async (c) => {
    const { service } = c.req.valid("param");
    return c.json(await listDraftRevisions(c.var.ctx, service, c.req.valid("query")), 200);
  })
  .openapi(differences, async (c) =>
    c.json(await getDraftDifferences(c.var.ctx, c.req.valid("param").service), 200),
  )
  .openapi(readiness, async (c) =>
    c.json(await getDraftReadiness(c.var.ctx, c.req.valid("param").service), 200),
  );
