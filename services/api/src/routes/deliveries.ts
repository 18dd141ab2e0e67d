import {
  Delivery,
  DeliveryDetail,
  DeliveryState,
  Id,
  PageQuery,
  Slug,
  text,
} from "@guildhall/contract";
import { getDelivery, listDeliveries, recall, retryDelivery } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { listed, sheetOf } from "../csv.ts";
import { found, ifNoneMatchHeader, withEtag } from "../etag.ts";
import { several } from "../filters.ts";
import { answered, once } from "../once.ts";
import { bearer, createRouter, idempotencyKey, json, readRefusals, refusals } from "../router.ts";
import { deliverySheet } from "../sheets.ts";

const params = z.object({ id: Id });
const common = { tags: ["Deliveries"], security: bearer };

const list = createRoute({
  ...common,
  method: "get",
  path: "/",
  operationId: "listDeliveries",
  summary: "List deliveries to back offices, newest first",
  middleware: [requireCredential] as const,
  request: {
    query: PageQuery.extend({
      state: several(DeliveryState),
      connector: Slug.optional(),
      process: Id.optional(),
      code: text(80).optional(),
    }),
  },
  responses: {
    ...sheetOf("Deliveries", Delivery),
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const read = createRoute({
  ...common,
  method: "get",
  path: "/{id}",
  operationId: "getDelivery",
  summary: "Read a delivery, and what is wrong with it",
  description:
    "With every attempt and what was answered. What the citizen gave is masked: `POST /deliveries/{id}/contents` reads the whole.",
  parameters: [ifNoneMatchHeader],
  middleware: [requireCredential] as const,
  request: { params },
  responses: { ...found("The delivery", DeliveryDetail), ...refusals(...readRefusals) },
});

const retry = createRoute({
  ...common,
  method: "post",
  path: "/{id}/retry",
  operationId: "retryDelivery",
  summary: "Send again a delivery that is held, refused or dead, or at once one that waits",
  description:
    "It goes out with the id that it had and, where it was sent before, byte for byte as before: a receiver that can be asked, or tells repeats by their key, takes it once. `only=waiting` hurries what waits for its next try, and leaves to a person what was left to one meanwhile.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, once] as const,
  request: { params, query: z.object({ only: z.enum(["waiting"]).optional() }) },
  responses: {
    202: { description: "It is due now", ...json(Delivery) },
    ...refusals(
      "scope-missing",
      "idempotency-key-missing",
      "idempotency-mismatch",
      "invalid-transition",
    ),
  },
});

/** What is owed to back offices. */
export const deliveries = createRouter()
  .openapi(list, (c) => {
    const { ctx } = c.var;
    return listed(c, deliverySheet, c.req.valid("query"), (query) => listDeliveries(ctx, query));
  })
  .openapi(read, async (c) => withEtag(c, await getDelivery(c.var.ctx, c.req.valid("param").id)))
  .openapi(retry, async (c) => {
    const { ctx } = c.var;
    const before = await recall<Delivery>(ctx);
    const { id } = c.req.valid("param");
    const delivery = before?.answer ?? (await retryDelivery(ctx, id, c.req.valid("query")));
    return c.json(delivery, 202, answered(before));
  });
