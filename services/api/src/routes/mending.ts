import {
  ComparisonRequest,
  Delivery,
  DeliveryComparison,
  DeliveryContents,
  DeliveryGroup,
  DeliveryHandling,
  DeliveryHandOver,
  DeliveryReading,
  Id,
  Task,
} from "@guildhall/contract";
import {
  compareDelivery,
  handleDelivery,
  handOverDelivery,
  listDeliveryGroups,
  type Mending,
  readDeliveryContents,
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
  writeRefusals,
} from "../router.ts";

const params = z.object({ id: Id });
const common = { tags: ["Deliveries"], security: bearer };

const groups = createRoute({
  ...common,
  method: "get",
  path: "/delivery-groups",
  operationId: "listDeliveryGroups",
  summary: "Group the deliveries that wait for a person",
  description: "By connector, state and code, with what the code means and what can be done.",
  middleware: [requireCredential] as const,
  responses: {
    200: {
      description: "Groups, the largest first",
      ...json(z.object({ data: z.array(DeliveryGroup) })),
    },
    ...refusals(...readRefusals),
  },
});

const contents = createRoute({
  ...common,
  method: "post",
  path: "/deliveries/{id}/contents",
  operationId: "readDeliveryContents",
  summary: "Read what was sent and answered, unmasked",
  description:
    "For whoever may read the process too (`processes:read`), for a reason that the audit trail keeps. Credentials stay hidden.",
  middleware: [requireCredential, readJson] as const,
  request: {
    params,
    body: { required: true, ...json(DeliveryReading, { reason: "find-a-fault" }) },
  },
  responses: {
    200: { description: "The document and the attempts", ...json(DeliveryContents) },
    ...refusals(...writeRefusals),
  },
});

const compare = createRoute({
  ...common,
  method: "post",
  path: "/deliveries/{id}/comparison",
  operationId: "compareDelivery",
  summary: "Compare a delivery with how it would be written now",
  description: "Nothing is changed or sent. What the citizen gave is masked.",
  middleware: [requireCredential, readJson] as const,
  request: { params, body: { required: true, ...json(ComparisonRequest, { useLive: true }) } },
  responses: {
    200: { description: "The differences", ...json(DeliveryComparison) },
    ...refusals(...writeRefusals, "invalid-transition"),
  },
});

const handle = createRoute({
  ...common,
  method: "post",
  path: "/deliveries/{id}/handled",
  operationId: "handleDelivery",
  summary: "Mark a delivery as dealt with in another way",
  description:
    "It is not sent any more, and what waits behind it goes on. The reason becomes a note that only staff see.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: {
    params,
    body: {
      required: true,
      ...json(DeliveryHandling, { reason: "Typed in by hand", reference: "WK/26/00123" }),
    },
  },
  responses: {
    200: { description: "The delivery", ...json(Delivery) },
    ...refusals(...postRefusals, "invalid-transition"),
  },
});

const handOver = createRoute({
  ...common,
  method: "post",
  path: "/deliveries/{id}/hand-over",
  operationId: "handOverDelivery",
  summary: "Hand a delivery over to a person",
  description: "It becomes a task of its process; whoever is called for it is called no more.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: {
    params,
    body: {
      required: true,
      ...json(DeliveryHandOver, { team: "Noise team", words: "Please look in the back office." }),
    },
  },
  responses: {
    201: { description: "The task", ...json(Task) },
    ...refusals(...postRefusals, "invalid-transition"),
  },
});

/** What a council's own staff do about deliveries that wait for them. */
export function createMending({ write }: Pick<Mending, "write">) {
  return createRouter()
    .openapi(groups, async (c) => c.json(await listDeliveryGroups(c.var.ctx), 200))
    .openapi(contents, async (c) => {
      const { id } = c.req.valid("param");
      return c.json(await readDeliveryContents(c.var.ctx, id, c.req.valid("json")), 200);
    })
    .openapi(compare, async (c) => {
      const { id } = c.req.valid("param");
      const asked = { ...c.req.valid("json"), write };
      return c.json(await compareDelivery(c.var.ctx, id, asked), 200);
    })
    .openapi(handle, async (c) => {
      const { ctx } = c.var;
      const before = await recall<Delivery>(ctx);
      const { id } = c.req.valid("param");
      const handled = before?.answer ?? (await handleDelivery(ctx, id, c.req.valid("json")));
      return c.json(handled, 200, answered(before));
    })
    .openapi(handOver, async (c) => {
      const { ctx } = c.var;
      const before = await recall<Task>(ctx);
      const { id } = c.req.valid("param");
      const task = before?.answer ?? (await handOverDelivery(ctx, id, c.req.valid("json")));
      return c.json(task, 201, answered(before, `${ctx.issuer}/v1/tasks/${task.id}`));
    });
}
