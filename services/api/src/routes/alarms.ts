import { Alarm, AlarmAcknowledgement, Id, PageQuery, pageOf } from "@guildhall/contract";
import { acknowledgeAlarm, listAlarms, recall } from "@guildhall/domain";
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

const common = { tags: ["Alarms"], security: bearer };

const list = createRoute({
  ...common,
  method: "get",
  path: "/",
  operationId: "listAlarms",
  summary: "List alarms, newest first",
  description: "What a person has to look at. Those that have ended are listed with `ended=true`.",
  middleware: [requireCredential] as const,
  request: {
    query: PageQuery.extend({ ended: z.enum(["true", "false"]).default("false") }),
  },
  responses: {
    200: { description: "Alarms", ...json(pageOf(Alarm)) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const acknowledge = createRoute({
  ...common,
  method: "post",
  path: "/{id}/acknowledge",
  operationId: "acknowledgeAlarm",
  summary: "Acknowledge an alarm",
  description: "Somebody looks after it: nobody is written to about it again.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: {
    params: z.object({ id: Id }),
    body: { required: true, ...json(AlarmAcknowledgement, { words: "I have rung the vendor." }) },
  },
  responses: {
    200: { description: "The alarm", ...json(Alarm) },
    ...refusals(...postRefusals, "invalid-transition"),
  },
});

/** What a council's staff are called for. */
export const alarms = createRouter()
  .openapi(list, async (c) => {
    const { ended, ...page } = c.req.valid("query");
    return c.json(await listAlarms(c.var.ctx, { ...page, ended: ended === "true" }), 200);
  })
  .openapi(acknowledge, async (c) => {
    const { ctx } = c.var;
    const before = await recall<Alarm>(ctx);
    const { id } = c.req.valid("param");
    const alarm = before?.answer ?? (await acknowledgeAlarm(ctx, id, c.req.valid("json")));
    return c.json(alarm, 200, answered(before));
  });
