import {
  DeliveryReplay,
  DeliveryReplayPreview,
  Id,
  NewDeliveryReplay,
  PageQuery,
  pageOf,
  ReplayPreviewRequest,
} from "@guildhall/contract";
import {
  beginReplay,
  getReplay,
  listReplays,
  previewReplay,
  recall,
  workReplay,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import type { ApiDeps } from "../environment.ts";
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

const common = { tags: ["Deliveries"], security: bearer };
const example = { connector: "back-office", code: "document-invalid", rewrite: true } as const;

const preview = createRoute({
  ...common,
  method: "post",
  path: "/preview",
  operationId: "previewReplay",
  summary: "See what a replay would do",
  description:
    "What is wrong with the deliveries, which would be left out, and of a sample how they would be written now. Nothing is changed.",
  middleware: [requireCredential, readJson] as const,
  request: { body: { required: true, ...json(ReplayPreviewRequest, example) } },
  responses: {
    200: { description: "What it would do", ...json(DeliveryReplayPreview) },
    ...refusals(...writeRefusals),
  },
});

const begin = createRoute({
  ...common,
  method: "post",
  path: "/",
  operationId: "beginReplay",
  summary: "Replay deliveries that wait for a person",
  description:
    "All that are meant, in one go. With `rewrite` each is written anew under its own id, by the live version's mapping where `useLive` says so; one that its receiver may have and cannot be asked for is left out.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: { body: { required: true, ...json(NewDeliveryReplay, example) } },
  responses: {
    202: { description: "The replay, which goes on by itself", ...json(DeliveryReplay) },
    ...refusals(...postRefusals),
  },
});

const list = createRoute({
  ...common,
  method: "get",
  path: "/",
  operationId: "listReplays",
  summary: "List replays, newest first",
  middleware: [requireCredential] as const,
  request: { query: PageQuery },
  responses: {
    200: { description: "Replays", ...json(pageOf(DeliveryReplay)) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const read = createRoute({
  ...common,
  method: "get",
  path: "/{id}",
  operationId: "getReplay",
  summary: "See how far a replay has got",
  middleware: [requireCredential] as const,
  request: { params: z.object({ id: Id }) },
  responses: {
    200: { description: "The replay", ...json(DeliveryReplay) },
    ...refusals(...readRefusals),
  },
});

/** Many deliveries at once. What a process leaves undone of a replay its tenant's next owner does. */
export function createReplays({ mending, reportFault }: Pick<ApiDeps, "mending" | "reportFault">) {
  return createRouter()
    .openapi(preview, async (c) =>
      c.json(await previewReplay(c.var.ctx, c.req.valid("json"), mending), 200),
    )
    .openapi(begin, async (c) => {
      const { ctx, ground, requestId } = c.var;
      const before = await recall<DeliveryReplay>(ctx);
      const replay = before?.answer ?? (await beginReplay(ctx, c.req.valid("json")));
      if (!before)
        workReplay(ground, replay.id, mending.canBeAsked).catch((error) =>
          reportFault(error, requestId),
        );
      return c.json(replay, 202, answered(before, `${ctx.issuer}/v1/replays/${replay.id}`));
    })
    .openapi(list, async (c) => c.json(await listReplays(c.var.ctx, c.req.valid("query")), 200))
    .openapi(read, async (c) => c.json(await getReplay(c.var.ctx, c.req.valid("param").id), 200));
}
