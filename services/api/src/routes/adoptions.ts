import {
  Adoption,
  AdoptionSummary,
  NewConfirmation,
  NewTakeIn,
  pageOf,
  RecipeSketch,
  RecipeUpgrade,
  ServiceDraft,
  Slug,
} from "@guildhall/contract";
import {
  confirmPart,
  getAdoption,
  listAdopted,
  previewUpgrade,
  recall,
  recallDraft,
  sketchRecipe,
  upgradeRecipe,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { changed, etagOf } from "../etag.ts";
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
import { common } from "./recipes.ts";

const params = z.object({ service: Slug });

const list = createRoute({
  ...common,
  method: "get",
  path: "/adoptions",
  operationId: "listAdoptions",
  summary: "List the services that were adopted",
  description:
    "Each with the version of its recipe that it has, the latest, and the day by which one has to be live.",
  middleware: [requireCredential] as const,
  responses: {
    200: { description: "Adopted services, by service", ...json(pageOf(AdoptionSummary)) },
    ...refusals(...readRefusals),
  },
});

const read = createRoute({
  ...common,
  method: "get",
  path: "/adoptions/{service}",
  operationId: "getAdoption",
  summary: "See where an adopted service stands",
  description:
    "What is locked, what has to be decided here and whether it was, and what has come since.",
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "Where it stands", ...json(Adoption) },
    ...refusals(...readRefusals),
  },
});

const confirm = createRoute({
  ...common,
  method: "post",
  path: "/adoptions/{service}/confirmations",
  operationId: "confirmRecipePart",
  summary: "Confirm that a part stays as the recipe has it",
  description:
    "Of a part that has to be decided. It holds until the recipe says something else there.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: { params, body: { required: true, ...json(NewConfirmation, { at: "/target" }) } },
  responses: {
    200: { description: "Where the service stands now", ...json(Adoption) },
    ...refusals(...postRefusals),
  },
});

const preview = createRoute({
  ...common,
  method: "get",
  path: "/adoptions/{service}/upgrade",
  operationId: "previewRecipeUpgrade",
  summary: "See what the latest version of its recipe would change of a service",
  description:
    "In words. `conflicts` are the parts that both you and the recipe have changed: each has to be decided. Also of a service that was made from files laid over a recipe of the platform's, and has taken no version of it yet: it goes on from the version that it is most like, and all that differs from that is yours.",
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "What would change", ...json(RecipeUpgrade) },
    ...refusals(...readRefusals),
  },
});

const upgrade = createRoute({
  ...common,
  method: "post",
  path: "/adoptions/{service}/upgrade",
  operationId: "upgradeRecipe",
  summary: "Take the latest version of its recipe into a service",
  description:
    "As one revision of its draft, which can be taken back; where there is none, one begins. What you have changed stays. Parts that both have changed are told as `conflicts` until each is decided: `ours` is yours, `theirs` the recipe's. What is locked is as the recipe has it.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: { params, body: { required: true, ...json(NewTakeIn, { decisions: [] }) } },
  responses: {
    ...changed("The draft as it is now", ServiceDraft),
    ...refusals(...postRefusals, "invalid-transition", "edit-conflict"),
  },
});

const sketch = createRoute({
  ...common,
  method: "get",
  path: "/services/{service}/recipe-sketch",
  operationId: "sketchRecipe",
  summary: "See a live service as it would be shared",
  description:
    "What goes with it, what stays with you, and what could be said of its parts: of a service that was shared before, what was said then.",
  middleware: [requireCredential] as const,
  request: {
    params,
    query: z.object({ withMappings: z.stringbool().default(false) }),
  },
  responses: {
    200: { description: "The sketch", ...json(RecipeSketch) },
    ...refusals(...readRefusals, "request-invalid"),
  },
});

/** Services that were adopted from recipes, and those that could become one. */
export const adoptions = createRouter()
  .openapi(list, async (c) => c.json(await listAdopted(c.var.ctx), 200))
  .openapi(read, async (c) =>
    c.json(await getAdoption(c.var.ctx, c.req.valid("param").service), 200),
  )
  .openapi(confirm, async (c) => {
    const { ctx } = c.var;
    const { service } = c.req.valid("param");
    const before = await recall(ctx);
    if (!before) await confirmPart(ctx, service, c.req.valid("json"));
    return c.json(await getAdoption(ctx, service), 200, answered(before));
  })
  .openapi(preview, async (c) =>
    c.json(await previewUpgrade(c.var.ctx, c.req.valid("param").service), 200),
  )
  .openapi(upgrade, async (c) => {
    const { ctx } = c.var;
    const { service } = c.req.valid("param");
    const before = await recallDraft(ctx);
    const draft = before?.answer ?? (await upgradeRecipe(ctx, service, c.req.valid("json")));
    return c.json(draft, 200, { ...answered(before), ETag: etagOf(draft) });
  })
  .openapi(sketch, async (c) => {
    const { service } = c.req.valid("param");
    return c.json(await sketchRecipe(c.var.ctx, service, c.req.valid("query")), 200);
  });
